package dev.blipscope.check;

import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Instants;
import java.util.List;

/// Whether the moment of a payload can be told.
final class TimeChecks {

  private static final Pointer OF_MESSAGE =
      new Pointer(List.of(Fields.METADATA, Fields.ENVELOPE_STORAGE_DATE));
  private static final Pointer OF_EVENT = new Pointer(List.of(Fields.STORAGE_DATE));
  private static final Pointer OF_CONTACT = new Pointer(List.of(Fields.LAST_MESSAGE_DATE));

  private TimeChecks() {}

  static List<Finding> of(Item item) {
    var doc = item.doc();
    var pointer =
        switch (item.kind()) {
          case MESSAGE -> OF_MESSAGE;
          case EVENT -> OF_EVENT;
          case CONTACT -> OF_CONTACT;
        };
    String written = pointer.toString();
    int node = pointer.in(doc);
    if (node == Doc.NONE || doc.is(node, NodeKind.NULL)) {
      // The call of a contact has no timestamp that could miss it.
      return item.kind() == Kind.CONTACT
          ? List.of()
          : List.of(Finding.of(Code.TIME_MISSING, Paths.missing(written), written));
    }
    return doc.is(node, NodeKind.STRING) && Instants.inUtc(doc.text(node)) != null
        ? List.of()
        : List.of(Finding.of(Code.TIME_UNREADABLE, Paths.at(doc, written, node), written));
  }
}
