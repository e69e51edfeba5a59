package dev.blipscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What can be seen of a character: what it is in JSON, and what is marked there. Inks mix, so each
/// is a bit of a number.
enum Ink {
  KEY(0),
  STRING(1),
  NUMBER(2),
  WORD(3),
  PUNCTUATION(4),
  INVALID(5),
  UNUSED(6),
  PERSONAL(7),
  LINKED(8),
  HIT(9),
  CURRENT_HIT(10),
  BRACKET(11),
  FINDING_INFO(12),
  FINDING_WARNING(13),
  FINDING_ERROR(14),
  BROKEN(15),
  HIDDEN(16);

  static final int NONE = 0;

  private final int place;

  Ink(int place) {
    this.place = place;
  }

  int bit() {
    return 1 << place;
  }

  boolean isIn(int mix) {
    return (mix & bit()) != 0;
  }

  /// The name of the ink in the style sheet.
  String styleClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> styleClasses(int mix) {
    var classes = new ArrayList<String>();
    for (var ink : values()) {
      if (ink.isIn(mix)) {
        classes.add(ink.styleClass());
      }
    }
    return List.copyOf(classes);
  }
}
