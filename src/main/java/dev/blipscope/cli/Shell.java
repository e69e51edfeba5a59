package dev.blipscope.cli;

import dev.blipscope.inspect.Texts;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the command line reads and writes, and in which language it speaks.
///
/// @param outIsTerminal whether a person looks at what is printed
/// @param outIsPipe whether another program reads what is printed
/// @param errIsTerminal whether a person looks at the messages
record Shell(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean outIsPipe,
    boolean errIsTerminal,
    boolean coloured,
    Locale locale) {

  Texts texts() {
    return Texts.in(locale);
  }

  Messages messages() {
    return Messages.in(locale);
  }

  /// One message in the language of the shell, its placeholders filled.
  String message(String key, Object... words) {
    return messages().text(key, words);
  }

  /// Says that standard output failed; but a program that has read enough is no trouble, as with
  /// `| head`.
  void complainOfOutput() {
    if (!outIsPipe) {
      complain("output.lost");
    }
  }

  /// The same shell, with nobody to listen to its messages.
  Shell silent() {
    return new Shell(
        in,
        out,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        outIsTerminal,
        outIsPipe,
        false,
        coloured,
        locale);
  }

  void complain(String key, Object... words) {
    err.println("blipscope: " + message(key, words));
  }
}
