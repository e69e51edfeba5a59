package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallsViewModelTest {

  private static final String CONTACT =
      """
      Received:
      {
        "identity": "5511900000001@wa.gw.msging.net",
        "name": "Zulmira Quixaba",
        "phoneNumber": "+5511900000001",
        "extras": {"plan": "gold"},
        "source": "WhatsApp",
        "lastMessageDate": "2025-01-08T16:35:14Z"
      }
      """;
  private static final String TICKET =
      "{\"sequentialId\": 7, \"status\": \"Open\", \"customerIdentity\": \"1@0mn.io\"}";

  private final PlayedDesk played = new PlayedDesk();
  private final CallsViewModel model =
      new CallsViewModel(
          played.session(), played::tell, Words.in(Locale.ENGLISH), Cover.in(Locale.ENGLISH));
  private final FieldsViewModel fields = model.fields();
  private final CallViewModel call = model.call();
  private final WarehouseViewModel warehouse = model.warehouse();
  private final RequestViewModel request = model.request();

  // The head

  @Test
  void the_head_names_the_call_and_the_person() {
    played.open(CONTACT);

    assertTrue(model.isCallShown());
    assertEquals("IDENTIFY", model.getType());
    assertEquals("", model.getEvent());
    assertEquals("userId", model.getIdName());
    assertEquals("5511900000001@wa.gw.msging.net", model.getId());
    assertEquals("", model.getCount());
  }

  @Test
  void the_person_comes_with_a_reason() {
    played.open(CONTACT);

    assertEquals(
        "How: concluded from the payload: the identity of the customer.", model.getIdStory());
    assertEquals("From: /identity", model.getIdFrom());
    assertTrue(model.getIdRule().startsWith("Rule (documented): Blip Source"), model.getIdRule());
    assertEquals("", model.getNobody());
  }

  @Test
  void without_a_user_id_the_reason_is_told() {
    played.openSample("contacts/without-identity.json");

    assertEquals("anonymousId", model.getIdName());
    assertTrue(model.getNobody().startsWith("There is no userId: "), model.getNobody());
  }

  @Test
  void one_of_several_payloads_says_which_it_is() {
    played.openSample("contacts/newer-before-older.ndjson");

    assertEquals("1 of 2", model.getCount());
  }

  // What is not well

  @Test
  void an_empty_pane_says_what_it_is_for() {
    assertFalse(model.isCallShown());
    assertTrue(model.isBeginning());
    assertEquals("The call to Segment appears here", model.getEmptyTitle());

    model.openSample();
    model.write();

    assertEquals(
        List.of(new Event.SampleChosen(CallsViewModel.FIRST_SAMPLE), new Event.BlankAsked()),
        played.told());
  }

  @Test
  void the_sample_for_newcomers_becomes_a_call() {
    played.openSample(CallsViewModel.FIRST_SAMPLE);

    assertTrue(model.isCallShown());
  }

  @Test
  void a_payload_that_becomes_no_call_says_what_it_is_instead() {
    played.open(TICKET);

    assertFalse(model.isCallShown());
    assertFalse(model.isBeginning());
    assertEquals("This payload becomes no call", model.getEmptyTitle());
    assertTrue(model.getEmptyText().startsWith("This is a bare ticket"), model.getEmptyText());
    assertTrue(
        model.getEmptyRemedy().contains("Inspect the message of type"), model.getEmptyRemedy());
  }

  @Test
  void while_the_text_is_broken_the_last_call_stays() {
    played.open(CONTACT);
    String before = call.getText();
    played.edit(CONTACT.replace("\"gold\"}", "\"gold\""));

    assertTrue(model.isStale());
    assertEquals(before, call.getText());
    assertEquals(
        "The text is broken at line 10, column 1. This is the call of its last whole version.",
        model.getBanner());
  }

  @Test
  void a_text_that_never_was_whole_says_where_it_breaks() {
    played.open("{\"identity\": }");

    assertEquals("No call yet: the text is broken", model.getEmptyTitle());
    assertEquals("Expected a value, but found \"}\".", model.getEmptyText());

    played.open("{\"identity\" \"x\"}");
    assertEquals("Expected a colon, but found a quotation mark.", model.getEmptyText());
  }

  // Pre-flight

  @Test
  void the_line_tells_checks_that_passed_from_findings() {
    played.openSample("contacts/minimal.json");
    assertEquals("12 checks passed; for the call: 1 note", model.getPreflight());
  }

  @Test
  void a_finding_about_the_call_counts_and_can_be_shown() {
    played.open(CONTACT.replace("plan", "plâno").replace("{\"pl", "{\"id\": 1, \"pl"));

    assertTrue(model.getPreflight().startsWith("1"), model.getPreflight());
    assertTrue(model.isFinding());

    model.showFinding();

    var desk = Objects.requireNonNull(played.session().get().desk());
    var findings = Objects.requireNonNull(desk.reading().inspection()).findings();
    var focus = (Focus.OnFinding) played.session().get().focus();
    assertTrue(findings.get(focus.number()).code().written().startsWith("warehouse."));
  }

  // Fields

  @Test
  void a_field_tells_its_value_its_source_and_its_rule() {
    played.open(CONTACT);
    var row = field("/traits/name");

    assertEquals("Zulmira Quixaba", row.value());
    assertEquals("/name", row.from());
    assertEquals("copied as it stands", row.story());
    assertEquals("assumed", row.basis());
    assertTrue(row.isAssumed());
  }

  @Test
  void a_field_that_is_absent_is_a_ghost_with_a_reason() {
    played.open("{\"category\": \"flow\", \"action\": \"a\", \"storageDate\": \"yesterday\"}");
    var ghost = field("/timestamp");

    assertTrue(ghost instanceof FieldRow.Absent);
    assertEquals("what was found cannot be read as a date in UTC with milliseconds", ghost.story());
    fields.choose(ghost);
    assertEquals(new Focus.InCall("/timestamp"), played.session().get().focus());
    assertTrue(fields.getStory().startsWith("Not there, because what was found"));
  }

  @Test
  void what_goes_nowhere_stands_at_the_end_with_the_reason() {
    played.open(CONTACT.replace("\"name\"", "\"name\": \"Old\", \"name\""));
    var rows = fields.getRows();

    assertTrue(rows.get(rows.size() - 2) instanceof FieldRow.Heading);
    assertEquals("Goes nowhere (1)", rows.get(rows.size() - 2).target());
    assertEquals("Old", rows.getLast().value());
    assertEquals("a later member of the same name replaces it", rows.getLast().story());
  }

  @Test
  void the_filter_looks_into_all_that_a_row_says() {
    played.open(CONTACT);

    fields.setFilter(" GOLD ");
    assertEquals(List.of("/traits/extras/plan"), targets());
    fields.setFilter("nothing like it");
    assertEquals(List.of(), targets());
    assertEquals("No field holds \"nothing like it\".", fields.getNothing());
  }

  // Links

  @Test
  void the_caret_in_the_payload_marks_the_fields_that_came_of_it() {
    played.open(CONTACT);
    played.pointAt("Zulmira Quixaba");

    assertEquals(List.of("\"Zulmira Quixaba\""), marked());
    assertTrue(pointed(field("/traits/name")));
    assertFalse(pointed(field("/traits/source")));
  }

  @Test
  void the_caret_in_the_call_points_at_the_field_there() {
    played.open(CONTACT);
    call.pointAt(call.getText().indexOf("gold"));

    assertEquals(new Focus.InCall("/traits/extras/plan"), played.session().get().focus());
    assertEquals(List.of("\"gold\""), marked());
    assertTrue(pointed(field("/traits/extras/plan")));
  }

  @Test
  void a_broken_text_marks_nothing_in_the_call_of_an_earlier_one() {
    played.open(CONTACT);
    played.pointAt("Zulmira Quixaba");
    played.edit(CONTACT.replace("}", ""));

    assertEquals(List.of(), marked());
  }

  // Warehouse

  @Test
  void the_warehouse_shows_each_table_with_its_columns() {
    played.open(CONTACT);
    var rows = warehouse.getRows();

    assertTrue(rows.getFirst() instanceof WarehouseRow.Heading);
    var plan = rows.stream().filter(row -> row.name().equals("extras_plan")).findFirst();
    assertEquals("varchar", plan.orElseThrow().type());
    assertEquals("/traits/extras/plan", plan.orElseThrow().from());
    warehouse.choose(plan.orElseThrow());
    assertEquals(new Focus.InCall("/traits/extras/plan"), played.session().get().focus());
    assertFalse(warehouse.isDoubtful());
  }

  @Test
  void a_column_that_documents_disagree_about_says_so() {
    played.open(CONTACT.replace("\"plan\"", "\"list\": [1], \"plan\""));
    var list =
        warehouse.getRows().stream().filter(row -> row.name().equals("extras_list")).findFirst();

    warehouse.choose(list.orElseThrow());
    assertTrue(warehouse.getDoubt().startsWith("An array becomes text"), warehouse.getDoubt());
  }

  // Request

  @Test
  void the_request_is_made_when_somebody_looks() {
    played.open(CONTACT);
    assertEquals("", request.getHead());

    model.openTab("request");
    assertTrue(request.getHead().startsWith("POST /v1/identify HTTP/1.1"), request.getHead());
    assertTrue(request.getBody().contains("\"Zulmira Quixaba\""));
  }

  @Test
  void a_copy_says_so_and_can_be_masked() {
    played.open(CONTACT);

    assertTrue(request.asCurl().contains("Zulmira Quixaba"));
    assertTrue(request.asJava().contains("Zulmira Quixaba"));
    request.setMasked(true);
    assertFalse(request.asCurl().contains("Zulmira Quixaba"));
    assertFalse(request.asJson().contains("5511900000001"));
    assertEquals("calls.copied.masked", ((Event.Said) played.told().getLast()).key());
  }

  // Presenting

  @Test
  void while_somebody_presents_nothing_private_is_shown_anywhere() {
    played.open(CONTACT.replace("gold", "ask Zulmira Quixaba or +5511900000001"));
    String usual = everything();
    played.change(played.session().get().settings().presenting(true).onTab("request"));

    for (String word : List.of("Zulmira", "Quixaba", "5511900000001")) {
      assertTrue(usual.contains(word), word);
      assertFalse(everything().contains(word), everything());
    }
    assertTrue(model.getId().contains("‹"), model.getId());
  }

  @Test
  void a_covered_name_still_leads_to_its_field() {
    played.open(CONTACT.replace("\"plan\"", "\"ana@example.com\""));
    played.change(played.session().get().settings().presenting(true));
    assertFalse(call.getText().contains("ana@example.com"));

    call.pointAt(call.getText().indexOf("gold"));
    assertEquals(
        new Focus.InCall("/traits/extras/ana@example.com"), played.session().get().focus());
    assertEquals(List.of("\"gold\""), marked());
  }

  private String everything() {
    var said = new StringBuilder();
    said.append(model.getId()).append(model.getIdFrom()).append(model.getIdStory());
    said.append(model.getEvent()).append(call.getText());
    fields.getRows().forEach(row -> said.append(row.copied()).append('\n'));
    warehouse.getRows().forEach(row -> said.append(row.name()).append(row.from()));
    return said.append(request.getHead())
        .append(request.getBody())
        .append(request.asJava())
        .toString();
  }

  // Tabs

  @Test
  void the_tab_is_remembered() {
    assertEquals("call", model.getTab());
    model.openTab("fields");
    assertEquals("fields", played.session().get().settings().tab());
    assertEquals("fields", model.getTab());
  }

  @Test
  void what_does_not_change_the_payload_does_not_make_its_rows_anew() {
    played.open(CONTACT);
    var before = fields.getRows().getFirst().sheet();
    played.pointAt("Zulmira Quixaba");

    assertSame(before, fields.getRows().getFirst().sheet());
    played.open(TICKET);
    played.open(CONTACT);
    assertNotEquals(before, fields.getRows().getFirst().sheet());
  }

  private FieldRow field(String target) {
    return fields.getRows().stream()
        .filter(row -> row.target().equals(target))
        .findFirst()
        .orElseThrow(() -> new AssertionError(targets() + " has no " + target));
  }

  private List<String> targets() {
    return fields.getRows().stream().map(FieldRow::target).toList();
  }

  private boolean pointed(FieldRow row) {
    return row.isPointedAt(fields.pointedProperty().getValue());
  }

  private List<String> marked() {
    return call.getMarks().stream()
        .map(mark -> call.getText().substring(mark.start(), mark.end()))
        .collect(Collectors.toList());
  }
}
