package dev.blipscope.mapping;

import dev.blipscope.json.Name;
import dev.blipscope.json.Pointer;
import java.util.List;

/// A row of a profile for many fields: each member of one object becomes a field of its own.
///
/// @param to the object of the call that takes them
/// @param prefix what their names begin with there
/// @param each the object of the payload whose members they are
/// @param except the members that are left where they are
public record Spread(Pointer to, String prefix, Pointer each, List<Name> except, Grounds grounds) {
  public Spread {
    except = List.copyOf(except);
  }
}
