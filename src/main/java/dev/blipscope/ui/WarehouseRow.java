package dev.blipscope.ui;

import dev.blipscope.segment.Column;
import dev.blipscope.segment.Table;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row of the list of tables and columns.
sealed interface WarehouseRow {

  /// The name of the table or of the column.
  String name();

  String type();

  /// Where in the call the value comes from.
  String from();

  /// What is not certain about it, in sentences; empty if all is clear.
  String doubt();

  /// The field of the call whose value it holds; none for what Segment adds.
  @Nullable String pointer();

  /// A table.
  record Heading(CallSheet sheet, Table table) implements WarehouseRow {

    @Override
    public String name() {
      return sheet.covered(table.name());
    }

    @Override
    public String type() {
      return "";
    }

    @Override
    public String from() {
      return sheet.words().counted("calls.columns", table.columns().size());
    }

    @Override
    public String doubt() {
      return "";
    }

    @Override
    public @Nullable String pointer() {
      return null;
    }
  }

  /// A column of the table above.
  record Filled(CallSheet sheet, Column column) implements WarehouseRow {

    @Override
    public String name() {
      return sheet.covered(column.name());
    }

    @Override
    public String type() {
      return column.type().word();
    }

    @Override
    public String from() {
      var from = column.from();
      return from == null ? sheet.words().text("calls.added") : sheet.pointer(from);
    }

    @Override
    public String doubt() {
      return column.disputes().stream()
          .map(dispute -> sheet.words().text("calls.dispute." + dispute.word()))
          .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable String pointer() {
      return column.from();
    }
  }
}
