package dev.blipscope.mapping;

import dev.blipscope.blip.Item;

/// A [Source] that is ready to be followed into one payload after the other.
@FunctionalInterface
interface Finder {
  Resolution find(Item item);
}
