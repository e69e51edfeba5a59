package dev.blipscope.ui;

import dev.blipscope.check.Finding;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;

/// What stands in the calls pane while there is no call: what the pane is for, or why there is
/// none, and what to do.
record CallEmpty(String title, String text, String remedy) {

  static CallEmpty of(Session session, Words words, Cover cover) {
    var desk = session.desk();
    if (desk == null) {
      return said(words, "calls.empty");
    }
    if (desk.reading() instanceof Reading.Pending) {
      return desk.text().isBlank()
          ? said(words, "calls.blank")
          : new CallEmpty(words.text("calls.pending"), "", "");
    }
    var inspection = desk.reading().inspection();
    var seen = cover.when(session.settings().presenting() && !desk.covered());
    return inspection == null
        ? said(words, "calls.blank")
        : inspection.findings().stream()
            .filter(Finding::isError)
            .findFirst()
            .map(why -> of(why, desk.reading().isBroken(), words, seen))
            .orElseGet(() -> said(words, "calls.none"));
  }

  private static CallEmpty of(Finding why, boolean broken, Words words, Cover cover) {
    return new CallEmpty(
        words.text(broken ? "calls.broken.title" : "calls.none.title"),
        cover.text(words.engine().what(why)),
        cover.text(words.engine().why(why) + "\n\n" + words.engine().remedy(why)));
  }

  private static CallEmpty said(Words words, String key) {
    return new CallEmpty(
        words.text(key + ".title"), words.text(key + ".text"), words.text(key + ".remedy"));
  }
}
