package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Export;
import dev.blipscope.session.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

  private static final String ANA =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\","
          + "\"from\":\"5511900000001@wa.gw.msging.net\",\"to\":\"b@msging.net\","
          + "\"metadata\":{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}";
  private static final String FOREIGN = "{\"method\":\"get\",\"uri\":\"/contacts\",\"id\":\"1\"}";

  @TempDir private Path folder;

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void calls_are_written_one_a_line_and_what_becomes_none_is_told() throws Exception {
    open(ANA + "\n" + FOREIGN, 2);

    var said = export(Export.Form.CALLS, false);

    assertEquals(List.of("1", "2", file().toString()), said.words());
    assertEquals("notice.exported-some", said.key());
    var lines = Files.readAllLines(file());
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().contains("\"userId\":\"5511900000001@wa.gw.msging.net\""));
  }

  @Test
  void masked_files_hold_no_personal_data_in_any_form() throws Exception {
    open(ANA, 1);
    for (var form : Export.Form.values()) {
      var said = export(form, true);

      assertEquals("notice.exported", said.key(), form::name);
      assertFalse(Files.readString(file()).contains("5511900000001"), form::name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "report.blipscope"})
  void a_report_opens_again_as_the_payloads_that_it_holds(String name) throws Exception {
    open(ANA, 1);
    export(Export.Form.REPORT, false);
    var report = Files.move(file(), folder.resolve(name));

    stage.tell(new Event.ClearAsked());
    stage.tell(new Event.FilesChosen(List.of(report.toString())));

    stage.until(
        now ->
            now.listing().isSettled()
                && now.listing().rows().size() == 1
                && now.desk() != null
                && now.desk().text().contains("5511900000001")
                && now.desk().origin().source().equals(name));
  }

  @Test
  void a_file_that_cannot_be_written_is_told_and_nothing_is_left_behind() throws Exception {
    open(ANA, 1);
    var inFile = Files.writeString(folder.resolve("plain"), "a file").resolve("out");

    stage.tell(
        new Event.ExportAsked(
            new Export(Export.Form.CALLS, false, Export.Extent.SHOWN), inFile.toString()));

    var notice = notice("notice.export-failed");
    assertEquals(List.of(inFile.toString()), notice.words());
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  private Path file() {
    return folder.resolve("out");
  }

  private void open(String text, int rows) throws Exception {
    stage.tell(new Event.TextPasted(text));
    stage.until(now -> now.desk() != null && now.listing().rows().size() == rows);
  }

  private Notice export(Export.Form form, boolean masked) throws Exception {
    stage.tell(new Event.NoticeSeen());
    stage.until(now -> now.notice() == null);
    stage.tell(
        new Event.ExportAsked(new Export(form, masked, Export.Extent.SHOWN), file().toString()));
    return notice("notice.exported");
  }

  private Notice notice(String beginning) throws Exception {
    var session =
        stage.until(now -> now.notice() != null && now.notice().key().startsWith(beginning));
    return Objects.requireNonNull(session.notice());
  }
}
