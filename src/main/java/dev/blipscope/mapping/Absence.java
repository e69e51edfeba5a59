package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;
import java.util.List;

/// Why a value that a rule asks for is not there.
public sealed interface Absence {

  record NotInPayload(Pointer pointer) implements Absence {}

  record IsNull(Pointer pointer) implements Absence {}

  /// What is there has no members that could be taken.
  record NoObject(Pointer pointer) implements Absence {}

  record NotConcluded(Fact fact) implements Absence {}

  record NotConvertible(Provenance input, TargetType to) implements Absence {}

  record NotWorded(Provenance input) implements Absence {}

  /// The rule is for messages of other content types.
  record OtherType(List<String> types) implements Absence {
    public OtherType {
      types = List.copyOf(types);
    }
  }

  record NoneOf(List<Absence> all) implements Absence {
    public NoneOf {
      all = List.copyOf(all);
    }
  }

  /// What was found can be no user id: it is blank or no string.
  record NoUserId(Provenance found) implements Absence {}
}
