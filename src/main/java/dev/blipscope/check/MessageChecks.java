package dev.blipscope.check;

import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Messages that are less, or more, than the words of a person.
final class MessageChecks {

  private static final Name CHAT_STATE = Name.of("application/vnd.lime.chatstate+json");
  private static final Name JSON = Name.of("application/json");
  private static final Name TYPING = Name.of("typing_indicator");

  /// `${contact.extras.0}`; names of extras may hold blanks and accents, but start with a letter.
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{[\\p{L}_#@][^{}\\r\\n]{0,200}+\\}");

  private final Item item;
  private final Doc doc;
  private final List<Finding> findings = new ArrayList<>();

  private MessageChecks(Item item) {
    this.item = item;
    this.doc = item.doc();
  }

  static List<Finding> of(Item item) {
    var checks = new MessageChecks(item);
    if (item.kind() == Kind.MESSAGE) {
      checks.ticket();
      checks.typing();
      checks.echo();
      checks.content();
    }
    return checks.findings;
  }

  private void add(Code code, int node, String... steps) {
    findings.add(Finding.of(code, Paths.at(doc, node, steps)));
  }

  private int type() {
    return Fields.present(doc, Fields.TYPE);
  }

  private void ticket() {
    if (item.isTicketUpdate()) {
      add(Code.MESSAGE_TICKET_UPDATE, type(), "type");
    }
  }

  /// LIME's own signal, or that of WhatsApp's interface in a message of its own format.
  private void typing() {
    if (item.isOfType(CHAT_STATE)) {
      add(Code.MESSAGE_TYPING, type(), "type");
    } else if (item.isOfType(JSON)) {
      int signal = Fields.present(doc, Fields.present(doc, Fields.CONTENT), TYPING);
      if (signal != Doc.NONE) {
        add(Code.MESSAGE_TYPING, signal, "content", TYPING.text());
      }
    }
  }

  /// Written outside of Blip, and shown to it.
  private void echo() {
    int mark = item.echo();
    if (mark != Doc.NONE) {
      findings.add(Finding.of(Code.MESSAGE_ECHO, Paths.of(doc, mark)));
    }
  }

  private void content() {
    int content = Fields.present(doc, Fields.CONTENT);
    if (content != Doc.NONE) {
      Walk.through(
          doc, content, "/content", "content", (node, pointer, _, _) -> text(pointer, node));
    }
  }

  private void text(String pointer, int node) {
    if (!doc.is(node, NodeKind.STRING)) {
      return;
    }
    String text = doc.text(node);
    var placeholder = PLACEHOLDER.matcher(text);
    if (placeholder.find()) {
      findings.add(
          Finding.of(Code.MESSAGE_UNREPLACED, Paths.at(doc, pointer, node), placeholder.group()));
    }
    if (SignedLinks.isIn(text)) {
      findings.add(Finding.of(Code.MESSAGE_LAPSING_LINK, Paths.at(doc, pointer, node)));
    }
  }
}
