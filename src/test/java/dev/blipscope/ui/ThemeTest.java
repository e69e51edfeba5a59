package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import org.junit.jupiter.api.Test;

class ThemeTest {

  @Test
  void the_style_sheet_has_no_faults() throws IOException {
    var file = Objects.requireNonNull(Frame.class.getResource("theme.css"));
    CssParser.errorsProperty().clear();

    var sheet = new CssParser().parse(file);

    assertEquals(
        List.of(),
        CssParser.errorsProperty().stream().map(CssParser.ParseError::getMessage).toList());
    assertFalse(sheet.getRules().isEmpty());
  }
}
