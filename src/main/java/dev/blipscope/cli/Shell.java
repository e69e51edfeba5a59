package dev.blipscope.cli;

import dev.blipscope.inspect.Texts;
import dev.blipscope.json.Plain;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.ResourceBundle;

/// Where the command line reads and writes, and in which language it speaks.
///
/// @param outIsTerminal whether a person looks at what is printed
/// @param errIsTerminal whether a person looks at the messages
record Shell(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean coloured,
    Locale locale) {

  private static final String MESSAGES = "dev.blipscope.cli.messages";

  Texts texts() {
    return Texts.in(locale);
  }

  /// One message in the language of the shell, its placeholders filled.
  String message(String key, Object... words) {
    String text =
        ResourceBundle.getBundle(
                MESSAGES,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    for (int i = 0; i < words.length; i++) {
      text = text.replace("{" + i + "}", Plain.text(words[i].toString()));
    }
    return text;
  }

  void complain(String key, Object... words) {
    err.println("blipscope: " + message(key, words));
  }
}
