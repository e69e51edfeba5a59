package dev.blipscope.ui;

import dev.blipscope.session.Mishap;

/// What a person may hand on of a mistake of ours: nothing that came out of a payload, no key, and
/// no place of a file.
final class MishapReport {

  private MishapReport() {}

  static String of(Mishap mishap, Edition edition, Words words) {
    return String.join(
        "\n",
        words.text("mishap.report.what", edition.version(words), mishap.code()),
        words.counted("mishap.report.times", mishap.times()),
        words.text("mishap.report.java", edition.java(), edition.javafx()),
        words.text("mishap.report.system", edition.system()),
        "",
        mishap.places());
  }
}
