package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {

  private final Inspection inspection =
      new Inspector(Given.documented(), Target.SANDBOX, null)
          .inspect(
              Given.doc(
                  "{'type':'application/json','content':{'a':1,'b':{'c':2}},'id':'1',"
                      + "'from':'1@0mn.io','to':'b@msging.net',"
                      + "'metadata':{'#envelope.storageDate':'2025-01-08T16:35:14Z'}}"));

  @Test
  void a_field_of_the_call_leads_to_the_value_that_it_came_from() {
    assertEquals(
        List.of("/content/a"), pointers(Links.sources(inspection, "/properties/content/a")));
  }

  @Test
  void an_object_of_the_call_leads_to_the_sources_of_all_that_is_in_it() {
    assertEquals(
        List.of("/content/a", "/content/b/c"),
        pointers(Links.sources(inspection, "/properties/content")));
  }

  @Test
  void a_value_of_the_payload_leads_to_each_field_that_it_went_to() {
    assertEquals(
        List.of("/messageId", "/properties/content/b/c"),
        Links.uses(inspection, "/content/b").stream().map(Trace::to).toList());
  }

  @Test
  void what_is_not_there_leads_nowhere() {
    assertEquals(List.of(), Links.uses(inspection, "/nothing"));
    assertEquals(List.of(), Links.sources(inspection, "/nothing"));
  }

  @Test
  void the_whole_payload_is_no_source_of_everything() {
    assertEquals(List.of(), Links.uses(inspection, ""));
  }

  @Test
  void laying_a_payload_out_changes_nothing_in_its_call() {
    for (var profile : List.of("documented", "idiomatic")) {
      var inspector = new Inspector(Profiles.named(profile).orElseThrow(), Target.SANDBOX, null);
      for (var payload : Samples.payloads(inspector)) {
        var laidOut = Given.exactly(Shown.laidOut(payload).text());
        assertEquals(written(inspector.inspect(payload)), written(inspector.inspect(laidOut)));
      }
    }
  }

  private static String written(Inspection inspection) {
    var call = inspection.call();
    return call == null ? "" : call.written(Doc.ROOT);
  }

  private static List<String> pointers(List<Spot> spots) {
    return spots.stream().map(Spot::pointer).toList();
  }
}
