package org.chancery.analysis.codebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One row of a list, with where it stands. */
public record Row(String file, int line, Map<String, Integer> columns, List<String> cells) {
  /** Copies the cells. */
  public Row {
    cells = List.copyOf(cells);
  }

  /** The cell of a column; a column that the list lacks is a fault of the codebook. */
  public String get(String column) {
    Integer at = columns.get(column);
    if (at == null) {
      throw fault("has no column '" + column + "'; add it to the header row");
    }
    if (at >= cells.size()) {
      throw fault("ends before column '" + column + "'; a row has a cell for every column");
    }
    return cells.get(at);
  }

  /** The values of a cell, split at {@code |}; none for an empty cell. */
  public List<String> list(String column) {
    String cell = get(column);
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
  }

  /** A number cell; anything else is a fault of the codebook. */
  public double number(String column) {
    try {
      return Double.parseDouble(get(column));
    } catch (NumberFormatException e) {
      throw fault("column '" + column + "' must be a number, not '" + get(column) + "'");
    }
  }

  /** A fault that names this row. */
  public CodebookException fault(String message) {
    return new CodebookException(file + ":" + line + ": " + message);
  }
}
