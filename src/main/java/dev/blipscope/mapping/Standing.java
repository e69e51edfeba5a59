package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Item;

/// On whose word a rule stands, and on whose it stands where the addresses of a message leave a
/// choice: no page documents those rows of the decision table, so nothing drawn from them is.
record Standing(Grounds usual, Grounds inDoubt) {

  private static final String CHOICE = "our choice where the two addresses leave one; ";

  static Standing of(Rule rule) {
    return of(rule.source(), rule.grounds());
  }

  private static Standing of(Source source, Grounds grounds) {
    return new Standing(
        grounds,
        grounds.basis() == Basis.DOCUMENTED && restsOnRoute(source)
            ? new Grounds(Basis.ASSUMED, CHOICE + grounds.word())
            : grounds);
  }

  /// The same, for what is done when the rule finds nothing.
  Standing orElse(String otherwise) {
    return new Standing(with(usual, otherwise), with(inDoubt, otherwise));
  }

  private static Grounds with(Grounds grounds, String otherwise) {
    return new Grounds(grounds.basis(), grounds.word() + otherwise);
  }

  private static boolean restsOnRoute(Source source) {
    return switch (source) {
      case Source.Derived(var fact) -> fact.restsOnRoute();
      case Source.FirstOf(var candidates) -> candidates.stream().anyMatch(Standing::restsOnRoute);
      case Source.Converted(var input, _) -> restsOnRoute(input);
      case Source.Worded(var input, _) -> restsOnRoute(input);
      case Source.InTypes(var input, _) -> restsOnRoute(input);
      case Source.At _, Source.Fixed _ -> false;
    };
  }

  Grounds in(Item item) {
    var route = item.route();
    return route != null && route.basis() == Basis.ASSUMED ? inDoubt : usual;
  }
}
