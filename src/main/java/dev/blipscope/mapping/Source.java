package dev.blipscope.mapping;

import dev.blipscope.json.Name;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.Map;

/// Where a rule takes its value from.
public sealed interface Source {

  /// The value at one place of the payload.
  record At(Pointer pointer) implements Source {}

  /// A conclusion from several fields.
  record Derived(Fact fact) implements Source {}

  /// The first of several that is there.
  record FirstOf(List<Source> candidates) implements Source {
    public FirstOf {
      candidates = List.copyOf(candidates);
    }
  }

  /// The same value as another type.
  record Converted(Source input, TargetType to) implements Source {}

  /// A word of ours for a word that was found.
  record Worded(Source input, Map<String, String> words) implements Source {
    public Worded {
      words = Map.copyOf(words);
    }
  }

  /// A source that counts in messages of these content types only, written in small letters.
  record InTypes(Source input, List<Name> types) implements Source {
    public InTypes {
      types = List.copyOf(types);
    }
  }

  /// A constant of the profile.
  record Fixed(Value value) implements Source {}
}
