package dev.blipscope.check;

import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import java.util.ArrayList;
import java.util.List;

/// Everything that can be said of a payload without looking at its call.
public final class PayloadChecks {

  private PayloadChecks() {}

  /// Of any object, whatever it is.
  public static List<Finding> ofText(Doc doc) {
    return JsonChecks.of(doc);
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
