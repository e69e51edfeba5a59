package dev.blipscope.harness;

/// Prints figures as rows beside their goals, and remembers whether a goal was missed.
final class Table {

  private static final String COLUMNS = "%-44s %9s %9s %9s%s";

  private boolean met = true;

  Table(String title, String machine) {
    line("");
    line(title);
    line(machine);
    line("");
  }

  boolean met() {
    return met;
  }

  void heads() {
    line(COLUMNS.formatted("", "min", "median", "max", "   goal (of the median)"));
  }

  void figures(String name, Spread spread) {
    figures(name, spread, "");
  }

  void goal(String name, Spread spread, double most) {
    String verdict = verdict(spread.median() <= most);
    figures(name, spread, "   <= %-7s %s".formatted(plain(most), verdict));
  }

  /// A goal that is either met or not.
  void goal(String name, boolean reached, String detail) {
    line("%-44s %-10s %s".formatted(name, verdict(reached), detail));
  }

  /// The word for a goal, which is counted.
  String verdict(boolean reached) {
    met &= reached;
    return reached ? "ok" : "MISSED";
  }

  void line(String text) {
    System.out.println(text.stripTrailing());
  }

  private void figures(String name, Spread spread, String goal) {
    line(COLUMNS.formatted(name, two(spread.min()), two(spread.median()), two(spread.max()), goal));
  }

  private static String two(double number) {
    return "%.2f".formatted(number);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
