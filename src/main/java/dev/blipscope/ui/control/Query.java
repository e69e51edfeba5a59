package dev.blipscope.ui.control;

/// What is searched for, and whether capital letters count.
record Query(String text, boolean exact) {

  static final Query NOTHING = new Query("", false);

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  /// Where it stands first at this place or behind it, or -1.
  int in(String searched, int from) {
    if (exact) {
      return searched.indexOf(text, from);
    }
    char lower = Character.toLowerCase(text.charAt(0));
    char upper = Character.toUpperCase(text.charAt(0));
    int last = searched.length() - text.length();
    for (int i = from; i <= last; i++) {
      char found = searched.charAt(i);
      if ((found == lower || found == upper)
          && searched.regionMatches(true, i, text, 0, text.length())) {
        return i;
      }
    }
    return -1;
  }
}
