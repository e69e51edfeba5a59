package dev.blipscope.cli;

import dev.blipscope.check.Severity;

/// Colours for a terminal; on anything else the text as it is.
record Style(boolean coloured) {

  String strong(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  String of(Severity severity, String text) {
    return in(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "33";
          case NOTE -> "36";
        },
        text);
  }

  String in(String code, String text) {
    return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
