package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Direction;
import dev.blipscope.blip.Foreign;
import dev.blipscope.json.Expected;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GlancesTest {

  private static final Glances GLANCES = new Glances(null);

  private static Glance.What what(String line) {
    return GLANCES.of(Shelved.batch(line), 0).what();
  }

  @Test
  void a_glance_shows_all_columns() {
    assertEquals(
        new Glance(
            RowKind.MESSAGE,
            Direction.RECEIVED,
            new Via.Known(Channel.WHATSAPP),
            1_736_354_114_000L,
            Shelved.ANA,
            new Glance.What.Words("oi")),
        GLANCES.of(Shelved.batch(Shelved.received(Shelved.ANA, "2025-01-08T16:35:14Z", "oi")), 0));
    assertEquals(
        new Glance(
            RowKind.NOT_OBJECT,
            null,
            Via.Unknown.NONE,
            null,
            null,
            new Glance.What.Beginning("\"a b\"")),
        GLANCES.of(Shelved.batch("'a  b'"), 0));
  }

  @Test
  void a_message_shows_its_words_or_else_its_type() {
    assertEquals(
        new Glance.What.Words("a b"),
        what(Shelved.received(Shelved.ANA, null, "\\n a\\t\\u0000\\n b ")));
    assertEquals(
        new Glance.What.Words("👍"),
        what(
            "{'type':'application/vnd.lime.reaction+json','content':{'emoji':{'values':[128077]}},"
                + "'from':'a@wa.gw.msging.net','to':'b@msging.net'}"));
    assertEquals(
        new Glance.What.Content("application/vnd.lime.location+json"),
        what(
            "{'type':'application/vnd.lime.location+json','content':{'latitude':1},"
                + "'from':'a@wa.gw.msging.net','to':'b@msging.net'}"));
  }

  @Test
  void an_event_shows_what_was_tracked_and_a_contact_its_name() {
    assertEquals(
        new Glance.What.Tracked("flow", "start"), what(Shelved.event(null, "", "flow", "start")));
    assertEquals(
        new Glance.What.Tracked("flow", "12"),
        what("{'category':'flow','action':12,'ownerIdentity':'b@msging.net'}"));
    assertEquals(new Glance.What.Person("Ana"), what(Shelved.contact(Shelved.ANA, "Ana", "")));
    assertEquals(new Glance.What.Person(""), what("{'lastMessageDate':'x','identity':'a@b'}"));
  }

  @Test
  void what_is_no_payload_shows_what_it_is_or_how_it_begins() {
    assertEquals(
        new Glance.What.Shape(Foreign.COMMAND),
        what("{'method':'get','uri':'/x','id':'1','from':'a@b'}"));
    assertEquals(new Glance.What.Beginning("{\"a\":1}"), what("{'a':1}"));
    var piece = assertInstanceOf(Glance.What.Piece.class, what("{'a': oi"));
    assertEquals("{\"a\": oi", piece.text());
    assertEquals(Expected.VALUE, Objects.requireNonNull(piece.breakage()).expected());
  }

  @Test
  void a_long_text_is_cut_between_two_characters() {
    var words =
        assertInstanceOf(
            Glance.What.Words.class, what(Shelved.received(Shelved.ANA, null, "👋".repeat(500))));
    assertEquals("👋".repeat(100), words.text());
  }

  @Test
  void a_payload_too_large_for_a_list_says_how_large_it_is() {
    String large = "{'a':'" + "x".repeat(1 << 18) + "'}";
    assertEquals(new Glance.What.Large(large.length()), what(large));
  }

  @Test
  void a_row_whose_file_was_changed_says_so() {
    var text = new SearchTest.Vanishing(Shelved.bytes("{'a':1}\n1"));
    var batch = Shelved.toEnd(Shelved.indexer(1, text));
    text.vanish(true);
    assertEquals(new Glance.What.Gone(), GLANCES.of(batch, 0).what());
    assertEquals(new Glance.What.Gone(), GLANCES.of(batch, 1).what());
    assertEquals(true, batch.doc(0).isEmpty());
  }

  @Test
  void a_row_of_json_is_a_document_again() {
    var batch = Shelved.batch("{'a':1}", "2", "{");
    assertEquals("{\"a\":1}", batch.doc(0).orElseThrow().written(0));
    assertEquals("2", batch.doc(1).orElseThrow().written(0));
    assertEquals(true, batch.doc(2).isEmpty());
  }
}
