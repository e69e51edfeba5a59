package dev.blipscope.session;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Settings as a JSON text. What cannot be read, or is of a newer program, falls back to the usual.
public final class SettingsText {

  private SettingsText() {}

  public static byte[] of(Settings settings) {
    var out = new Out(512);
    out.add("{\"language\":").quoted(settings.language().name());
    out.add(",\"theme\":").quoted(settings.theme().name());
    out.add(",\"scale\":").add(Double.toString(settings.scale()));
    out.add(",\"presenting\":").add(Boolean.toString(settings.presenting()));
    out.add(",\"tab\":").quoted(settings.tab());
    out.add(",\"toured\":").add(Boolean.toString(settings.toured()));
    out.add(",\"places\":{");
    String comma = "";
    for (var place : new TreeMap<>(settings.places()).entrySet()) {
      out.add(comma).quoted(place.getKey()).add(':').add(place.getValue().toString());
      comma = ",";
    }
    out.add('}');
    names(out, "recent", settings.recent());
    names(out, "profiles", settings.profiles());
    return out.add('}').toBytes();
  }

  private static void names(Out out, String key, List<String> names) {
    out.add(',').quoted(key).add(":[");
    String comma = "";
    for (String name : names) {
      out.add(comma).quoted(name);
      comma = ",";
    }
    out.add(']');
  }

  public static Settings read(byte[] text) {
    var scanner = new Scanner();
    return scanner.scan(text, 0, text.length, true) == Scanner.Outcome.VALUE
            && scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)
        ? new Reader(scanner.doc()).settings()
        : Settings.USUAL;
  }

  /// Takes the members out of a document, each for itself.
  private record Reader(Doc doc) {

    Settings settings() {
      var usual = Settings.USUAL;
      return new Settings(
          constant(Settings.Language.values(), "language", usual.language()),
          constant(Settings.Theme.values(), "theme", usual.theme()),
          Math.clamp(
              number(member("scale"), usual.scale()),
              Settings.SMALLEST_SCALE,
              Settings.LARGEST_SCALE),
          is("presenting"),
          places(),
          text(member("tab")),
          is("toured"),
          names("recent"),
          names("profiles"));
    }

    private int member(String name) {
      return doc.member(Doc.ROOT, Name.of(name));
    }

    private String text(int node) {
      return node != Doc.NONE && doc.is(node, NodeKind.STRING) ? doc.text(node) : "";
    }

    private <E extends Enum<E>> E constant(E[] all, String name, E otherwise) {
      String written = text(member(name));
      return Arrays.stream(all)
          .filter(one -> one.name().equals(written))
          .findFirst()
          .orElse(otherwise);
    }

    private double number(int node, double otherwise) {
      return node != Doc.NONE && doc.is(node, NodeKind.NUMBER)
          ? Double.parseDouble(doc.written(node))
          : otherwise;
    }

    private boolean is(String name) {
      int node = member(name);
      return node != Doc.NONE && doc.is(node, NodeKind.TRUE);
    }

    private Map<String, Double> places() {
      var places = new TreeMap<String, Double>();
      int node = member("places");
      if (node != Doc.NONE && doc.is(node, NodeKind.OBJECT)) {
        for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
          double place = number(key + 1, Double.NaN);
          if (Double.isFinite(place)) {
            places.put(doc.text(key), place);
          }
        }
      }
      return places;
    }

    private List<String> names(String name) {
      var names = new ArrayList<String>();
      int node = member(name);
      if (node != Doc.NONE && doc.is(node, NodeKind.ARRAY)) {
        for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
          if (doc.is(item, NodeKind.STRING)) {
            names.add(doc.text(item));
          }
        }
      }
      return names;
    }
  }
}
