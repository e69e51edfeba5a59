package dev.blipscope.share;

import dev.blipscope.json.Plain;

/// A page on its way out; every text is escaped, and what hides or turns letters is shown.
final class Html {

  private final StringBuilder page = new StringBuilder(8_192);

  /// Markup of our own.
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  Html text(String text) {
    text.codePoints().forEach(this::point);
    return this;
  }

  /// An element that holds nothing but a text.
  ///
  /// @param opened the element with its attributes: `td class="code"`
  Html element(String opened, String text) {
    int blank = opened.indexOf(' ');
    String name = blank < 0 ? opened : opened.substring(0, blank);
    return raw("<" + opened + ">").text(text).raw("</" + name + ">");
  }

  private void point(int point) {
    switch (point) {
      case '<' -> page.append("&lt;");
      case '>' -> page.append("&gt;");
      case '&' -> page.append("&amp;");
      case '"' -> page.append("&quot;");
      case '\'' -> page.append("&#39;");
      case '\n' -> page.append('\n');
      default -> {
        if (Plain.isHarmless(point)) {
          page.appendCodePoint(point);
        } else {
          page.append(Plain.token(point));
        }
      }
    }
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
