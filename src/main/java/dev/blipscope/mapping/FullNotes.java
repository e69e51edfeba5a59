package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;

/// Notes from which a person can be told everything about a call.
final class FullNotes implements Notes {

  private final List<Filled> fields = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  List<Filled> fields() {
    return fields;
  }

  List<Missing> missing() {
    return missing;
  }

  @Override
  public void filled(
      Pointer in, String name, Value value, Provenance story, Grounds grounds, int from, int to) {
    fields.add(new Filled(in, name, Doc.NONE, value, story, grounds, from, to));
  }

  @Override
  public void kept(Pointer in, int key, Grounds grounds, int from, int to) {
    var value = new Value.Original(key + 1);
    var story = new Provenance.Copied(key + 1);
    fields.add(new Filled(in, null, key, value, story, grounds, from, to));
  }

  @Override
  public void missing(Pointer to, Absence why, Grounds grounds) {
    missing.add(new Missing(to, why, grounds));
  }
}
