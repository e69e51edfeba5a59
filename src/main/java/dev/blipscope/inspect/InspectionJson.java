package dev.blipscope.inspect;

import dev.blipscope.blip.Evidence;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Where;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.json.Units;
import dev.blipscope.mapping.Missing;
import dev.blipscope.segment.Column;
import dev.blipscope.segment.Table;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes an inspection as one JSON object, the way `inspect --json` prints it.
public final class InspectionJson {

  private final Texts texts;
  private final Out out;
  private @Nullable Units units;
  private @Nullable Units unitsOfCall;

  public InspectionJson(Texts texts, Out out) {
    this.texts = texts;
    this.out = out;
  }

  public void write(Origin origin, Inspection inspection) {
    var doc = inspection.doc();
    units = doc == null ? null : Units.of(doc);
    unitsOfCall = inspection.call() == null ? null : Units.of(inspection.call());
    out.add("{\"source\":{\"name\":").quoted(origin.source());
    out.add(",\"index\":").add(origin.index());
    out.add(",\"line\":").add(origin.line());
    out.add("},\"recognised\":").quoted(origin.recognised());
    kind(inspection);
    item(inspection);
    calls(inspection.call());
    list("provenance", inspection.traces(), this::trace);
    list("absent", inspection.missing(), this::absent);
    list("unused", inspection.unused(), this::unused);
    list("findings", inspection.findings(), this::finding);
    list("warehouse", inspection.tables(), this::table);
    out.add('}');
  }

  private void kind(Inspection inspection) {
    var detection = inspection.detection();
    var kind = detection == null ? null : detection.kind();
    out.add(",\"kind\":").quoted(kind == null ? "unsupported" : kind.word());
    if (detection == null) {
      return;
    }
    out.add(",\"foreign\":");
    text(detection.foreign() == null ? null : detection.foreign().shape().word());
    out.add(",\"rule\":").quoted(detection.rule().word());
    out.add(",\"ruleBasis\":").quoted(detection.rule().basis().word());
    out.add(",\"rival\":");
    text(detection.rivalWords());
    list("evidence", inspection.evidence(), this::evidence);
  }

  private void evidence(Evidence evidence) {
    out.add("{\"at\":").quoted("/" + evidence.field().text());
    out.add(",\"present\":").add(evidence.present() ? "true" : "false");
    out.add(",\"speaksFor\":").quoted(evidence.speaksFor());
    out.add(",\"marker\":").add(evidence.marker() ? "true" : "false");
    out.add(",\"basis\":").quoted(evidence.basis().word()).add('}');
  }

  private void item(Inspection inspection) {
    var item = inspection.item();
    if (item == null) {
      return;
    }
    var route = item.route();
    if (route != null) {
      out.add(",\"direction\":").quoted(route.direction().word());
      out.add(",\"directionRow\":").add(route.row());
      out.add(",\"directionBasis\":").quoted(route.basis().word());
    }
    out.add(",\"contact\":");
    text(item.contact().identity());
  }

  private void calls(@Nullable Doc call) {
    out.add(",\"calls\":[");
    if (call != null) {
      out.tight(call, Doc.ROOT);
    }
    out.add(']');
  }

  private void trace(Trace trace) {
    out.add("{\"call\":0,\"to\":").quoted(trace.to());
    out.add(",\"story\":").quoted(trace.story().word());
    list("from", trace.from(), spot -> out.quoted(spot.pointer()));
    list("ranges", trace.from(), spot -> range(spot.from(), spot.to()));
    out.add(",\"basis\":").quoted(trace.grounds().basis().word());
    out.add(",\"rule\":").quoted(trace.grounds().word()).add('}');
  }

  private void absent(Missing missing) {
    out.add("{\"call\":0,\"to\":").quoted(missing.to().toString());
    out.add(",\"why\":").quoted(texts.why(missing.why())).add('}');
  }

  private void unused(Unused unused) {
    out.add("{\"from\":").quoted(unused.from().pointer()).add(",\"range\":");
    range(unused.from().from(), unused.from().to());
    out.add(",\"why\":").quoted(texts.why(unused)).add('}');
  }

  private void table(Table table) {
    out.add("{\"table\":").quoted(table.name());
    list("columns", table.columns(), this::column);
    out.add('}');
  }

  private void column(Column column) {
    out.add("{\"name\":").quoted(column.name());
    out.add(",\"type\":").quoted(column.type().word());
    if (column.from() != null) {
      out.add(",\"from\":").quoted(column.from());
    }
    if (column.disputed()) {
      list("disputed", column.disputes(), dispute -> out.quoted(dispute.word()));
    }
    out.add('}');
  }

  private void finding(Finding finding) {
    out.add("{\"code\":").quoted(finding.code().written());
    out.add(",\"severity\":").quoted(finding.severity().word());
    out.add(",\"at\":").quoted(finding.where().pointer());
    switch (finding.where()) {
      case Where.InPayload(_, var from, var to) -> {
        out.add(",\"in\":\"payload\"");
        if (to > from) {
          out.add(",\"range\":");
          range(from, to);
        }
      }
      case Where.InCall(_, var from, var to) -> {
        out.add(",\"in\":\"call\",\"call\":0");
        if (to > from) {
          out.add(",\"range\":");
          range(unitsOfCall, from, to);
        }
      }
      case Where.InInput _ -> out.add(",\"in\":\"input\"");
    }
    out.add(",\"message\":").quoted(texts.what(finding));
    out.add(",\"why\":").quoted(texts.why(finding));
    out.add(",\"do\":").quoted(texts.remedy(finding));
    var breakage = finding.breakage();
    if (breakage != null) {
      place(breakage.place());
      out.add(",\"expected\":").quoted(texts.expected(breakage));
      mend(breakage.mend());
    }
    out.add('}');
  }

  private void place(Place place) {
    out.add(",\"line\":").add(place.line());
    out.add(",\"column\":").add(place.column());
    out.add(",\"offset\":").add(place.offset());
  }

  private void mend(@Nullable Mend mend) {
    if (mend != null) {
      out.add(",\"mend\":{\"range\":[").add(mend.from()).add(',').add(mend.to());
      out.add("],\"text\":").quoted(mend.text()).add('}');
    }
  }

  private void range(int from, int to) {
    range(units, from, to);
  }

  private void range(@Nullable Units in, int from, int to) {
    out.add('[').add(in == null ? from : in.at(from));
    out.add(',').add(in == null ? to : in.at(to)).add(']');
  }

  private void text(@Nullable String text) {
    if (text == null) {
      out.add("null");
    } else {
      out.quoted(text);
    }
  }

  private <T> void list(String name, Iterable<T> items, Consumer<T> write) {
    out.add(",\"").add(name).add("\":[");
    boolean first = true;
    for (T item : items) {
      if (!first) {
        out.add(',');
      }
      first = false;
      write.accept(item);
    }
    out.add(']');
  }
}
