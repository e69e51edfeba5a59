package dev.blipscope.json;

/// What stands at a place of a JSON text.
public enum NodeKind {
  OBJECT(0),
  ARRAY(1),
  STRING(2),
  NUMBER(3),
  TRUE(4),
  FALSE(5),
  NULL(6),
  /// The name of a member; the value follows it.
  KEY(7);

  private static final NodeKind[] BY_CODE = new NodeKind[8];

  static {
    for (var kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;

  NodeKind(int code) {
    this.code = code;
  }

  static NodeKind of(int code) {
    return BY_CODE[code];
  }

  /// How the kind is written in the index of a [Doc].
  int code() {
    return code;
  }

  public boolean isContainer() {
    return this == OBJECT || this == ARRAY;
  }

  public boolean isBoolean() {
    return this == TRUE || this == FALSE;
  }
}
