package dev.blipscope.check;

import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether the documented fields are there and of the documented type.
final class FieldChecks {

  private static final List<NodeKind> STRING = List.of(NodeKind.STRING);
  private static final List<NodeKind> OBJECT = List.of(NodeKind.OBJECT);

  private static final Map<Name, List<NodeKind>> OF_MESSAGES =
      Map.of(
          Fields.TYPE, STRING,
          Fields.CONTENT, List.of(NodeKind.STRING, NodeKind.OBJECT),
          Fields.ID, STRING,
          Fields.FROM, STRING,
          Fields.TO, STRING,
          Fields.METADATA, OBJECT);
  private static final Map<Name, List<NodeKind>> OF_EVENTS =
      Map.of(
          Fields.OWNER_IDENTITY, STRING,
          Fields.STORAGE_DATE, STRING,
          Fields.CATEGORY, STRING,
          Fields.ACTION, STRING,
          Fields.IDENTITY, STRING,
          Fields.CONTACT, OBJECT,
          Fields.MESSAGE_ID, STRING,
          Fields.EXTRAS, OBJECT);
  private static final Map<Name, List<NodeKind>> OF_CONTACTS =
      Map.of(
          Fields.LAST_MESSAGE_DATE,
          STRING,
          Fields.IDENTITY,
          STRING,
          Fields.SOURCE,
          STRING,
          Name.of("name"),
          STRING,
          Name.of("email"),
          STRING,
          Name.of("phoneNumber"),
          STRING,
          Name.of("gender"),
          STRING,
          Name.of("taxDocument"),
          STRING,
          Fields.EXTRAS,
          OBJECT);

  /// Messages of these types say by their type alone that there is nothing in them.
  private static final List<Name> WITHOUT_CONTENT =
      List.of(
          Name.of("application/vnd.lime.deleted-content+json"),
          Name.of("application/vnd.iris.content-unavailable"));

  private FieldChecks() {}

  static List<Finding> of(Item item) {
    var findings = new ArrayList<Finding>();
    for (var field : item.kind().mandatory()) {
      if (!Fields.has(item.doc(), field) && !mayLack(item, field)) {
        findings.add(
            Finding.of(
                Code.FIELD_MISSING,
                Paths.missing("/" + field.text()),
                field.text(),
                item.kind().word()));
      }
    }
    types(item.doc(), documented(item.kind()), findings);
    return findings;
  }

  private static boolean mayLack(Item item, Name field) {
    return field.equals(Fields.CONTENT) && WITHOUT_CONTENT.stream().anyMatch(item::isOfType);
  }

  private static Map<Name, List<NodeKind>> documented(Kind kind) {
    return switch (kind) {
      case MESSAGE -> OF_MESSAGES;
      case EVENT -> OF_EVENTS;
      case CONTACT -> OF_CONTACTS;
    };
  }

  private static void types(Doc doc, Map<Name, List<NodeKind>> documented, List<Finding> findings) {
    for (int key = Doc.ROOT + 1; key < doc.after(Doc.ROOT); key = doc.after(key + 1)) {
      String name = doc.text(key);
      var allowed = documented.get(Name.of(name));
      var found = doc.kind(key + 1);
      if (allowed != null
          && !allowed.contains(found)
          && found != NodeKind.NULL
          && !doc.isSuperseded(key)) {
        findings.add(
            Finding.of(
                Code.FIELD_TYPE,
                Paths.at(doc, key + 1, name),
                name,
                allowed.stream().map(FieldChecks::word).collect(Collectors.joining("|")),
                word(found)));
      }
    }
  }

  private static String word(NodeKind kind) {
    return switch (kind) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING, KEY -> "string";
      case NUMBER -> "number";
      case TRUE, FALSE -> "boolean";
      case NULL -> "null";
    };
  }
}
