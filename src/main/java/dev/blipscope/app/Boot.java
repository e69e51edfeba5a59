package dev.blipscope.app;

import java.util.Locale;

/**
 * The first class that runs. It is compiled for Java 8, so that an older Java can say in a sentence
 * what is missing, where any other class of ours would end in a stack trace.
 */
public final class Boot {

  private static final int NEEDED = 25;
  private static final int CANNOT_START = 3;

  private Boot() {}

  public static void main(String[] args) {
    String running = System.getProperty("java.specification.version");
    if (isTooOld(running)) {
      System.err.println(complaint(running, Locale.getDefault()));
      System.exit(CANNOT_START);
    }
    Door.open(args);
  }

  // Java 8 and older call themselves "1.8".
  static boolean isTooOld(String running) {
    return running.startsWith("1.") || Integer.parseInt(running) < NEEDED;
  }

  static String complaint(String running, Locale locale) {
    if (locale.getLanguage().equals("pt")) {
      return "Este é o Java "
          + running
          + ", e o Blipscope precisa do Java "
          + NEEDED
          + " ou mais novo: instale-o (por exemplo de https://adoptium.net) e inicie de novo com ele.";
    }
    return "This is Java "
        + running
        + ", and Blipscope needs Java "
        + NEEDED
        + " or newer: install it (for example from https://adoptium.net) and start again with it.";
  }
}
