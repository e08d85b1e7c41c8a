package org.chancery.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands: a field's name; {@code a.b} for a field of a field and {@code a.0} for the
 * first of a list; {@code FIELD<TAG>} for the words between {@code <TAG>} and {@code </TAG>} in a
 * field of markup; and {@code a|b} for the first of these that is there.
 */
record FieldPath(List<Step> alternatives) {
  /** One alternative: a path of names, and an element's name or nothing. */
  record Step(String path, String tag) {}

  FieldPath {
    alternatives = List.copyOf(alternatives);
  }

  static FieldPath parse(String written) {
    List<Step> steps = new ArrayList<>();
    for (String one : written.split("\\|", -1)) {
      String field = one.strip();
      int open = field.indexOf('<');
      boolean element = open > 0 && field.endsWith(">");
      steps.add(
          element
              ? new Step(field.substring(0, open), field.substring(open + 1, field.length() - 1))
              : new Step(field, ""));
    }
    return new FieldPath(steps);
  }

  /** The value in a JSON object; empty where there is none. A list of texts becomes paragraphs. */
  String of(JsonNode object) {
    for (Step step : alternatives) {
      String value = element(text(find(object, step.path)), step.tag);
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** The value in a row under its header; empty where there is none. */
  String of(List<String> header, List<String> row) {
    for (Step step : alternatives) {
      int column = column(header, step.path);
      if (column >= 0) {
        String value = element(row.get(column), step.tag);
        if (!value.isBlank()) {
          return value;
        }
      }
    }
    return "";
  }

  /** Whether the header has a column for this. */
  boolean in(List<String> header) {
    return alternatives.stream().anyMatch(step -> column(header, step.path) >= 0);
  }

  /** The first column with the very name, else the first that differs in capitals only, else -1. */
  static int column(List<String> header, String name) {
    int exact = header.indexOf(name);
    for (int i = 0; exact < 0 && i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(name)) {
        exact = i;
      }
    }
    return exact;
  }

  private static JsonNode find(JsonNode object, String path) {
    if (object.has(path)) {
      return object.get(path);
    }
    JsonNode at = object;
    for (String name : path.split("\\.", -1)) {
      at =
          at.isArray() && name.matches("\\d{1,6}")
              ? at.path(Integer.parseInt(name))
              : at.path(name);
    }
    return at;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> paragraphs = new ArrayList<>();
      for (JsonNode item : value) {
        if (item.isTextual()) {
          paragraphs.add(item.asText());
        }
      }
      return String.join("\n\n", paragraphs);
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  private static String element(String value, String tag) {
    if (tag.isEmpty()) {
      return value;
    }
    int begin = value.indexOf("<" + tag + ">");
    int end = begin < 0 ? -1 : value.indexOf("</" + tag + ">", begin);
    return end < 0
        ? ""
        : org.jsoup.parser.Parser.unescapeEntities(
            value.substring(begin + tag.length() + 2, end), false);
  }
}
