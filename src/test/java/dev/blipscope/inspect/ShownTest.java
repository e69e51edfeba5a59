package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownTest {

  private static final String TEXT = "{'a': {'é/x': [1, 'two']}, 'b': null}";

  private final Shown shown = Shown.asWritten(Given.doc(TEXT));

  @Test
  void a_document_is_shown_to_the_letter() {
    assertEquals(TEXT.replace('\'', '"'), shown.text());
  }

  @Test
  void a_pointer_tells_where_its_value_stands() {
    assertEquals(Optional.of(piece("\"two\"")), shown.at("/a/é~1x/1"));
    assertEquals(Optional.empty(), shown.at("/a/c"));
  }

  @Test
  void a_place_tells_the_way_to_the_innermost_value_there() {
    assertEquals("/a/é~1x/1", shown.pointerAt(piece("\"two\"").start() + 1));
    assertEquals("/a/é~1x/0", shown.pointerAt(piece("1").start()));
    assertEquals("/b", shown.pointerAt(shown.text().length() - 2));
  }

  @Test
  void the_name_of_a_member_stands_for_its_value() {
    assertEquals("/b", shown.pointerAt(piece("\"b\"").start() + 1));
  }

  @Test
  void between_members_stands_what_holds_them() {
    assertEquals("", shown.pointerAt(0));
    assertEquals("", shown.pointerAt(shown.text().indexOf(", \"b\"") + 1));
  }

  @Test
  void a_document_laid_out_keeps_its_values() {
    var doc = Given.doc("{'a':{'b':['" + "x".repeat(100) + "',2]}}");
    var laidOut = Shown.laidOut(doc);
    var range = laidOut.at("/a/b/1").orElseThrow();

    assertTrue(laidOut.text().lines().count() > 3);
    assertEquals("2", laidOut.text().substring(range.start(), range.end()));
    assertEquals("/a/b/1", laidOut.pointerAt(range.start()));
  }

  @Test
  void bytes_of_the_document_are_found_in_its_text() {
    var doc = Given.doc("{'é':1}");
    int value = doc.after(Doc.ROOT) - 1;
    var range = Shown.asWritten(doc).range(doc.start(value), doc.end(value));

    assertEquals(new Shown.Range(5, 6), range);
    assertTrue(range.holds(5));
  }

  private Shown.Range piece(String written) {
    int start = shown.text().indexOf(written);
    return new Shown.Range(start, start + written.length());
  }
}
