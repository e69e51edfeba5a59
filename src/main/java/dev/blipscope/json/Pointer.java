package dev.blipscope.json;

import java.util.ArrayList;
import java.util.List;

/// The way to one value in a JSON text, as RFC 6901 writes it.
public record Pointer(List<Name> steps) {

  public static final Pointer ROOT = new Pointer(List.of());

  public Pointer {
    steps = List.copyOf(steps);
  }

  /// Reads a pointer such as `/metadata/#stateName`.
  public static Pointer of(String written) {
    if (written.isEmpty()) {
      return ROOT;
    }
    if (written.charAt(0) != '/') {
      throw new IllegalArgumentException("a JSON Pointer is empty or starts with /");
    }
    var steps = new ArrayList<Name>();
    for (String step : written.substring(1).split("/", -1)) {
      steps.add(Name.of(unescaped(step)));
    }
    return new Pointer(steps);
  }

  private static String unescaped(String step) {
    var text = new StringBuilder(step.length());
    for (int i = 0; i < step.length(); i++) {
      char found = step.charAt(i);
      if (found == '~') {
        char escaped = i + 1 < step.length() ? step.charAt(++i) : ' ';
        text.append(
            switch (escaped) {
              case '0' -> '~';
              case '1' -> '/';
              default ->
                  throw new IllegalArgumentException("in a JSON Pointer only 0 or 1 follows ~");
            });
      } else {
        text.append(found);
      }
    }
    return text.toString();
  }

  public Pointer then(String step) {
    var longer = new ArrayList<>(steps);
    longer.add(Name.of(step));
    return new Pointer(longer);
  }

  /// Where the pointer leads to in this document, or [Doc#NONE].
  public int in(Doc doc) {
    int node = Doc.ROOT;
    for (var step : steps) {
      node =
          switch (doc.kind(node)) {
            case OBJECT -> doc.member(node, step);
            case ARRAY -> item(doc, node, step.text());
            case STRING, NUMBER, TRUE, FALSE, NULL, KEY -> Doc.NONE;
          };
      if (node == Doc.NONE) {
        return Doc.NONE;
      }
    }
    return node;
  }

  private static int item(Doc doc, int array, String step) {
    if (!isIndex(step)) {
      return Doc.NONE;
    }
    int stop = doc.after(array);
    int item = array + 1;
    for (int skip = Integer.parseInt(step); skip > 0 && item < stop; skip--) {
      item = doc.after(item);
    }
    return item < stop ? item : Doc.NONE;
  }

  private static boolean isIndex(String step) {
    if (step.isEmpty() || step.length() > 9) {
      return false;
    }
    if (step.charAt(0) == '0') {
      return step.length() == 1;
    }
    return step.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /// One step as it stands in a written pointer.
  public static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public String toString() {
    var written = new StringBuilder();
    for (var step : steps) {
      written.append('/').append(escaped(step.text()));
    }
    return written.toString();
  }
}
