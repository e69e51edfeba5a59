package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import java.util.List;

/// What a payload of Blip's webhook is, and what the documentation says it must hold.
@SuppressWarnings("ImmutableEnumChecker") // names and List.of never change
public enum Kind {
  MESSAGE(
      "message",
      Fields.TYPE,
      List.of(Fields.CONTENT, Fields.FROM, Fields.TO),
      List.of(Fields.TYPE, Fields.CONTENT, Fields.ID, Fields.FROM, Fields.TO, Fields.METADATA)) {
    @Override
    Item read(Doc doc) {
      var route = Route.of(doc);
      return new Item(doc, this, route, route.contact());
    }
  },
  EVENT(
      "event",
      Fields.CATEGORY,
      List.of(Fields.ACTION, Fields.OWNER_IDENTITY),
      List.of(Fields.OWNER_IDENTITY, Fields.STORAGE_DATE, Fields.CATEGORY, Fields.ACTION)) {
    @Override
    Item read(Doc doc) {
      return new Item(doc, this, null, Contact.ofEvent(doc));
    }
  },
  CONTACT(
      "contact",
      Fields.LAST_MESSAGE_DATE,
      List.of(),
      List.of(Fields.LAST_MESSAGE_DATE, Fields.IDENTITY, Fields.SOURCE)) {
    @Override
    Item read(Doc doc) {
      var address = Address.in(doc, Fields.present(doc, Fields.IDENTITY));
      return new Item(doc, this, null, Contact.of(address));
    }
  };

  private final String word;
  private final Name marker;
  /// Fields of which one must stand beside the marker before we believe it; none: believed at once.
  private final List<Name> company;
  private final List<Name> mandatory;

  Kind(String word, Name marker, List<Name> company, List<Name> mandatory) {
    this.word = word;
    this.marker = marker;
    this.company = company;
    this.mandatory = mandatory;
  }

  public String word() {
    return word;
  }

  /// The field that is documented to occur in this kind only.
  public Name marker() {
    return marker;
  }

  /// The fields that are documented as mandatory, in the documentation's order.
  public List<Name> mandatory() {
    return mandatory;
  }

  /// Understands a payload that is of this kind.
  abstract Item read(Doc doc);

  /// Whether the company of a marker is there.
  boolean hasCompany(Doc doc) {
    for (var field : company) {
      if (Fields.has(doc, field)) {
        return true;
      }
    }
    return company.isEmpty();
  }

  int mandatoryPresent(Doc doc) {
    int present = 0;
    for (var field : mandatory) {
      if (Fields.has(doc, field)) {
        present++;
      }
    }
    return present;
  }

  /// The mandatory fields that a payload lacks.
  public List<Name> lacks(Doc doc) {
    return mandatory.stream().filter(field -> !Fields.has(doc, field)).toList();
  }
}
