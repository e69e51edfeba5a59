package dev.blipscope.check;

import static dev.blipscope.check.Severity.ERROR;
import static dev.blipscope.check.Severity.NOTE;
import static dev.blipscope.check.Severity.WARNING;

/// Everything that can be found, each under a name that stays.
public enum Code {
  JSON_INVALID("json.invalid", ERROR),
  JSON_NOT_OBJECT("json.not-object", ERROR),
  JSON_DUPLICATE_KEY("json.duplicate-key", WARNING),
  JSON_LONE_SURROGATE("json.lone-surrogate", ERROR),
  JSON_LIMIT("json.limit", ERROR),

  KIND_AMBIGUOUS("kind.ambiguous", ERROR),
  KIND_NONE("kind.none", ERROR),
  KIND_FOREIGN("kind.foreign", ERROR),
  KIND_RIVAL("kind.rival", NOTE),
  KIND_RECEIVER("kind.receiver", WARNING),

  FIELD_MISSING("field.missing", WARNING),
  FIELD_TYPE("field.type", WARNING),

  IDENTITY_MISSING("identity.missing", WARNING),
  IDENTITY_CONFLICT("identity.conflict", WARNING),
  IDENTITY_TUNNEL("identity.tunnel", WARNING),
  IDENTITY_BSUID("identity.bsuid", NOTE),

  DIRECTION_ASSUMED("direction.assumed", WARNING),

  TIME_MISSING("time.missing", WARNING),
  TIME_UNREADABLE("time.unreadable", WARNING),

  MESSAGE_TICKET_UPDATE("message.ticket-update", NOTE),
  MESSAGE_TYPING("message.typing", NOTE),
  MESSAGE_ECHO("message.echo", NOTE),
  MESSAGE_UNREPLACED("message.unreplaced", WARNING),
  MESSAGE_LAPSING_LINK("message.lapsing-link", WARNING),

  SEGMENT_SIZE("segment.size", ERROR),
  SEGMENT_NO_ID("segment.no-id", ERROR),
  SEGMENT_ID_TYPE("segment.id-type", ERROR),
  SEGMENT_EVENT_NAME("segment.event-name", ERROR),
  SEGMENT_NOT_OBJECT("segment.not-object", ERROR),
  SEGMENT_NOT_STRING("segment.not-string", ERROR),
  SEGMENT_CONSENT("segment.consent", ERROR),
  SEGMENT_TIMESTAMP("segment.timestamp", WARNING),
  SEGMENT_MESSAGE_ID("segment.message-id", ERROR),
  SEGMENT_PROPERTIES("segment.properties", ERROR),

  WAREHOUSE_COLLISION("warehouse.collision", ERROR),
  WAREHOUSE_RESERVED("warehouse.reserved", WARNING),
  WAREHOUSE_MANGLED("warehouse.mangled", WARNING),
  WAREHOUSE_CUT("warehouse.cut", WARNING),

  PRIVACY_CPF("privacy.cpf", WARNING),
  PRIVACY_CNPJ("privacy.cnpj", NOTE),
  PRIVACY_PHONE("privacy.phone", NOTE),
  PRIVACY_EMAIL("privacy.email", NOTE),
  PRIVACY_CARD("privacy.card", WARNING),
  PRIVACY_NAME("privacy.name", NOTE);

  private final String written;
  private final Severity usual;

  Code(String written, Severity usual) {
    this.written = written;
    this.usual = usual;
  }

  /// The name of the finding, as in `kind.ambiguous`.
  public String written() {
    return written;
  }

  /// What it is about, as in `kind`.
  public String family() {
    return written.substring(0, written.indexOf('.'));
  }

  /// How much it matters, unless the case at hand says otherwise.
  public Severity usual() {
    return usual;
  }
}
