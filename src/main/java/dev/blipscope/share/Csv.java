package dev.blipscope.share;

import java.io.IOException;

/// A table for spreadsheets, as RFC 4180 writes it, in which no cell is a formula.
final class Csv {

  /// Tells spreadsheets that the text is UTF-8.
  static final char BYTE_ORDER_MARK = '\uFEFF';

  // With the wide forms, which some spreadsheets take for the same.
  private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final Appendable out;

  Csv(Appendable out) {
    this.out = out;
  }

  void row(String... cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append('"');
      if (!cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0) {
        out.append('\'');
      }
      out.append(cell.replace("\"", "\"\"")).append('"');
      separator = ",";
    }
    out.append("\r\n");
  }
}
