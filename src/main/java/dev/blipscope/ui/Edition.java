package dev.blipscope.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which program this is, and what it runs on.
///
/// @param version as the build file has it; none if the program does not run from its jar
public record Edition(@Nullable String version, String java, String javafx, String system) {

  public static Edition ofThisProgram() {
    return new Edition(
        Edition.class.getPackage().getImplementationVersion(),
        said("java.version") + " (" + said("java.vendor") + ")",
        said("javafx.runtime.version"),
        said("os.name") + " " + said("os.version") + " " + said("os.arch"));
  }

  /// The version where nobody reads sentences.
  public String number() {
    return Objects.requireNonNullElse(version, "development");
  }

  /// The version in a sentence.
  String version(Words words) {
    return Objects.requireNonNullElse(version, words.text("about.development"));
  }

  private static String said(String property) {
    return Objects.requireNonNullElse(System.getProperty(property), "?");
  }
}
