package dev.blipscope.mapping;

import dev.blipscope.blip.Item;
import java.util.List;

/// What the rules made of a payload, before anybody judged it: each field with its story, and each
/// absence with its reason.
public record Draft(Item item, List<Filled> fields, List<Missing> missing, Rest rest, int length) {

  public Draft {
    fields = List.copyOf(fields);
    missing = List.copyOf(missing);
  }
}
