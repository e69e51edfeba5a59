package dev.blipscope.blip;

import dev.blipscope.blip.Detection.Rival;
import dev.blipscope.blip.Detection.Rule;
import dev.blipscope.json.Doc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what a payload is. No field of Blip names it, so the documented markers are weighed.
public final class Detector {

  static final List<Kind> KINDS = List.of(Kind.values());

  private Detector() {}

  /// Weighs one payload.
  ///
  /// @param doc a payload, which is an object
  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public static Detection detect(Doc doc, @Nullable Kind reserved) {
    var foreign = Foreign.in(doc);
    if (foreign != null) {
      return foreign(doc, foreign);
    }
    int markers = 0;
    var candidates = new ArrayList<Kind>(1);
    for (var kind : KINDS) {
      if (Fields.has(doc, kind.marker())) {
        markers++;
        if (kind.hasCompany(doc)) {
          candidates.add(kind);
        }
      }
    }
    if (candidates.size() == 1) {
      var rule = markers == 1 ? Rule.ONE_CANDIDATE : Rule.ONE_IN_COMPANY;
      return decided(doc, candidates.getFirst(), rule, candidates);
    }
    if (reserved != null) {
      return decided(doc, reserved, Rule.RESERVED_RECEIVER, candidates);
    }
    return candidates.isEmpty()
        ? none(doc, markers == 0 ? Rule.NO_CANDIDATE : Rule.NO_COMPANY)
        : weighed(doc, candidates);
  }

  private static Detection foreign(Doc doc, Foreign.Sighting foreign) {
    var rivals = rivals(doc, null, foreign.shape());
    return new Detection(null, Rule.FOREIGN_SHAPE, List.of(), null, foreign, rivals);
  }

  private static Detection decided(Doc doc, Kind kind, Rule rule, List<Kind> candidates) {
    return new Detection(kind, rule, candidates, null, null, rivals(doc, kind, null));
  }

  private static Detection none(Doc doc, Rule rule) {
    var ahead = ahead(doc, KINDS);
    var nearest = ahead.getFirst().mandatoryPresent(doc) == 0 ? null : ahead.getFirst();
    return new Detection(null, rule, List.of(), nearest, null, rivals(doc, null, null));
  }

  private static Detection weighed(Doc doc, List<Kind> candidates) {
    var ahead = ahead(doc, candidates);
    return ahead.size() == 1
        ? decided(doc, ahead.getFirst(), Rule.LARGER_SHARE, candidates)
        : new Detection(null, Rule.TIE, ahead, null, null, rivals(doc, null, null));
  }

  /// The kinds with the largest share of their mandatory fields.
  private static List<Kind> ahead(Doc doc, List<Kind> kinds) {
    var ahead = new ArrayList<Kind>();
    for (var kind : kinds) {
      int order = ahead.isEmpty() ? 0 : compareShares(doc, kind, ahead.getFirst());
      if (order > 0) {
        ahead.clear();
      }
      if (order >= 0) {
        ahead.add(kind);
      }
    }
    return ahead;
  }

  private static int compareShares(Doc doc, Kind one, Kind other) {
    return Integer.compare(
        one.mandatoryPresent(doc) * other.mandatory().size(),
        other.mandatoryPresent(doc) * one.mandatory().size());
  }

  private static List<Rival> rivals(Doc doc, @Nullable Kind kind, @Nullable Foreign foreign) {
    boolean source = kind != Kind.CONTACT && Fields.has(doc, Fields.SOURCE);
    boolean ticket = foreign != Foreign.TICKET && Fields.has(doc, Fields.SEQUENTIAL_ID);
    if (source) {
      return ticket ? List.of(Rival.SOURCE, Rival.SEQUENTIAL_ID) : List.of(Rival.SOURCE);
    }
    return ticket ? List.of(Rival.SEQUENTIAL_ID) : List.of();
  }
}
