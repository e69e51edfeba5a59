package dev.blipscope.check;

import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Everything that can be said of a payload without looking at its call.
public final class PayloadChecks {

  private PayloadChecks() {}

  /// Of any object, whatever it is.
  ///
  /// @param places where in the whole input a byte of the payload stands
  public static List<Finding> ofText(Doc doc, IntFunction<Place> places) {
    return JsonChecks.of(doc, places);
  }

  /// Of a payload that is understood.
  public static List<Finding> of(Item item) {
    var findings = new ArrayList<Finding>();
    findings.addAll(FieldChecks.of(item));
    findings.addAll(PersonChecks.of(item));
    findings.addAll(TimeChecks.of(item));
    findings.addAll(MessageChecks.of(item));
    findings.addAll(PrivacyChecks.of(item.doc()));
    return findings;
  }
}
