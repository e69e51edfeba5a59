package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where a payload holds personal data.
final class PrivacyChecks {

  private PrivacyChecks() {}

  static List<Finding> of(Doc doc) {
    var findings = new ArrayList<Finding>();
    Walk.through(
        doc,
        (node, pointer, name, _) -> {
          for (var kind : kinds(doc, name, node)) {
            if (kind != PersonalKind.NAME || !PersonalData.isNameOfThing(pointer)) {
              findings.add(Finding.of(code(kind), Paths.at(doc, pointer, node)));
            }
          }
        });
    return findings;
  }

  private static Set<PersonalKind> kinds(Doc doc, String name, int node) {
    return switch (doc.kind(node)) {
      case STRING -> PersonalData.in(name, doc.text(node), false);
      case NUMBER -> PersonalData.in(name, doc.written(node), true);
      case OBJECT, ARRAY, TRUE, FALSE, NULL, KEY -> Set.of();
    };
  }

  private static Code code(PersonalKind kind) {
    return switch (kind) {
      case CPF -> Code.PRIVACY_CPF;
      case CNPJ -> Code.PRIVACY_CNPJ;
      case PHONE -> Code.PRIVACY_PHONE;
      case EMAIL -> Code.PRIVACY_EMAIL;
      case CARD -> Code.PRIVACY_CARD;
      case NAME -> Code.PRIVACY_NAME;
    };
  }
}
