package dev.blipscope.sandbox;

import dev.blipscope.json.Out;
import org.jspecify.annotations.Nullable;

/// Writes an entry as one line of JSON; what is absent is left out.
final class EntryJson {

  private EntryJson() {}

  static void write(Entry entry, Out out) {
    out.add("{\"number\":").add(entry.number());
    text(out, "receivedAt", Moments.text(entry.receivedAt()));
    text(out, "path", entry.path());
    switch (entry) {
      case Entry.Call call -> call(call, out);
      case Entry.Request request -> request(request, out);
    }
    out.add("}\n");
  }

  private static void call(Entry.Call call, Out out) {
    text(out, "messageId", call.messageId());
    if (call.assigned()) {
      out.add(",\"assigned\":true");
    }
    text(out, "type", call.type() == null ? null : call.type().word());
    text(out, "event", call.event());
    text(out, "userId", call.userId());
    text(out, "verdict", call.verdict().word());
    switch (call.verdict()) {
      case Verdict.Kept(var tables) -> {
        out.add(",\"tables\":[");
        for (int i = 0; i < tables.size(); i++) {
          (i == 0 ? out : out.add(',')).quoted(tables.get(i));
        }
        out.add(']');
      }
      case Verdict.Dropped(var reason) -> text(out, "reason", reason.code());
      case Verdict.Duplicate(long of) -> out.add(",\"duplicateOf\":").add(of);
    }
    out.add(",\"knownKey\":").add(Boolean.toString(call.knownKey()));
    text(out, "timestamp", Moments.text(call.timestamp()));
    text(out, "sentAt", call.sentAt() == null ? null : Moments.text(call.sentAt()));
    out.add(",\"size\":").add(call.size());
    out.add(",\"call\":").add(call.json());
  }

  private static void request(Entry.Request request, Out out) {
    text(out, "verdict", request.status() == 200 ? "noted" : "refused");
    text(out, "reason", request.matter().code());
    if (request.status() != 0) {
      out.add(",\"status\":").add(request.status());
    }
    text(out, "detail", request.detail().isEmpty() ? null : request.detail());
  }

  private static void text(Out out, String name, @Nullable String value) {
    if (value != null) {
      out.add(",\"").add(name).add("\":").quoted(value);
    }
  }
}
