package dev.blipscope.segment;

import java.util.List;

/// One table of a warehouse, as far as a call fills it.
public record Table(String name, List<Column> columns) {
  public Table {
    columns = List.copyOf(columns);
  }
}
