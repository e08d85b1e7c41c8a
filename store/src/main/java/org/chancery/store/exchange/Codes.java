package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables by which codes of one system become those of another: CAMEO and PLOVER types with
 * Goldstein values, PLOVER scores, countries. Read from the codebook; nothing of it is in Java.
 */
public final class Codes {
  private final Map<String, Event> cameo = new HashMap<>();
  private final Map<String, String> codeOfType = new HashMap<>();
  private final Map<String, Integer> quads = new HashMap<>();
  private final Map<String, Double> scores = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> first = new HashMap<>();
  private final Map<Layout, List<String>> columns = new HashMap<>();
  private final List<Loss> losses = new ArrayList<>();
  private final CameoActors cameoActors;
  private final NamedActors namedActors;

  /**
   * What a CAMEO code is.
   *
   * @param quad quad class of the PLOVER type, as our own events have it
   * @param cameoQuad quad class of the CAMEO code
   * @param name what it is called in our table
   */
  public record Event(
      String code,
      String name,
      String type,
      @Nullable String mode,
      List<String> contexts,
      int quad,
      int cameoQuad,
      double goldstein) {
    /** Copies the contexts. */
    public Event {
      contexts = List.copyOf(contexts);
    }
  }

  /**
   * What a layout does not hold of our events.
   *
   * @param field the part of an event row that is lost
   * @param how {@code whole} or {@code partly}
   */
  public record Loss(Layout layout, String field, String how, String what) {}

  /**
   * Reads the tables.
   *
   * @param table the rows of a table of the codebook by its name, each as cells by column
   */
  public Codes(Function<String, List<Map<String, String>>> table) {
    readTypes(table);
    for (Map<String, String> row : table.apply("exchange/countries.tsv")) {
      String code = cell(row, "code");
      put("name", code, cell(row, "name") + "|" + cell(row, "other_names"));
      for (String system : List.of("cameo", "fips", "cow")) {
        put(system, code, cell(row, system));
      }
    }
    for (Map<String, String> row : table.apply("exchange/layouts.tsv")) {
      Layout.of(cell(row, "layout"))
          .ifPresent(
              l -> columns.computeIfAbsent(l, k -> new ArrayList<>()).add(cell(row, "column")));
    }
    for (Map<String, String> row : table.apply("exchange/losses.tsv")) {
      Layout.of(cell(row, "layout"))
          .ifPresent(
              l ->
                  losses.add(new Loss(l, cell(row, "field"), cell(row, "how"), cell(row, "what"))));
    }
    cameoActors = new CameoActors(this, table.apply("exchange/cameo-actors.tsv"));
    namedActors = new NamedActors(this, table.apply("exchange/icews-sectors.tsv"));
  }

  private void readTypes(Function<String, List<Map<String, String>>> table) {
    for (Map<String, String> row : table.apply("ontology/types.tsv")) {
      quads.put(cell(row, "type"), Integer.valueOf(cell(row, "quad_number")));
      scores.put(cell(row, "type"), Double.valueOf(cell(row, "score")));
    }
    for (Map<String, String> row : table.apply("ontology/modes.tsv")) {
      if (!cell(row, "score").isEmpty()) {
        scores.put(cell(row, "type") + " " + cell(row, "mode"), Double.valueOf(cell(row, "score")));
      }
    }
    Map<String, String> dropped = new HashMap<>();
    table
        .apply("exchange/cameo-roots.tsv")
        .forEach(row -> dropped.put(cell(row, "root"), cell(row, "type")));
    Map<String, String> elsewhere = new HashMap<>();
    Map<String, List<String>> ofRoot = new HashMap<>();
    for (Map<String, String> row : table.apply("ontology/cameo.tsv")) {
      String code = cell(row, "code");
      if (code.length() == 2) {
        ofRoot.put(code, List.of(cell(row, "plover_type").split("\\|")));
      }
      String type = cell(row, "plover_type").split("\\|", 2)[0];
      if (type.isEmpty()) {
        type = dropped.getOrDefault(code.substring(0, 2), "STATEMENT");
      }
      String mode = cell(row, "plover_mode");
      int quad = Integer.parseInt(cell(row, "quad"));
      String contexts = cell(row, "plover_contexts");
      cameo.put(
          code,
          new Event(
              code,
              cell(row, "name"),
              type,
              mode.isEmpty() ? null : mode,
              contexts.isEmpty() ? List.of() : List.of(contexts.split(";")),
              quads.getOrDefault(type, quad),
              quad,
              Double.parseDouble(cell(row, "goldstein"))));
      if (code.length() == 3) {
        // 175 is an assault among coercions: a code under a root of the type itself goes before it
        boolean home = ofRoot.getOrDefault(code.substring(0, 2), List.of()).contains(type);
        Map<String, String> codes = home ? codeOfType : elsewhere;
        codes.putIfAbsent(type, code);
        codes.putIfAbsent(type + " " + mode, code);
      }
    }
    elsewhere.forEach(codeOfType::putIfAbsent);
  }

  /** A dash stands for nothing in the tables of the ontology. */
  private static String cell(Map<String, String> row, String column) {
    String value = row.getOrDefault(column, "");
    return value.equals("-") ? "" : value;
  }

  private void put(String system, String code, String cell) {
    for (String value : cell.split("\\|")) {
      if (!value.isEmpty()) {
        first.putIfAbsent(system + " " + code, value);
        if (code.indexOf('-') < 0) { // a partly recognised entity is written only
          countries.putIfAbsent(system + " " + value, code);
        }
      }
    }
  }

  /** The event of a CAMEO code, or of the longest beginning of it that the table has. */
  public @Nullable Event event(String code) {
    for (int length = code.length(); length >= 2; length--) {
      Event event = cameo.get(code.substring(0, length));
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  /** Whether the table has this very code. */
  public boolean knows(String code) {
    return cameo.containsKey(code);
  }

  /** The first CAMEO code of a PLOVER type and mode; {@code 010} for what is no type. */
  public String cameoOf(String type, @Nullable String mode) {
    String code = mode == null ? null : codeOfType.get(type + " " + mode);
    return code != null ? code : codeOfType.getOrDefault(type, "010");
  }

  /** Quad class of a PLOVER type; 0 where it is none. */
  public int quad(String type) {
    return quads.getOrDefault(type, 0);
  }

  /** PLOVER score of a type and mode, from -10 to 10; null where the type is none. */
  @Nullable Double score(String type, @Nullable String mode) {
    Double own = mode == null ? null : scores.get(type + " " + mode);
    return own != null ? own : scores.get(type);
  }

  /**
   * Our code of a country.
   *
   * @param system {@code cameo}, {@code fips}, {@code cow} or {@code name}
   */
  @Nullable String country(String system, String theirs) {
    return countries.get(system + " " + theirs);
  }

  /** A country of ours as a system writes it. */
  @Nullable String written(String system, String ours) {
    return first.get(system + " " + ours);
  }

  /** The columns of a layout in file order. */
  public List<String> columns(Layout layout) {
    return List.copyOf(columns.getOrDefault(layout, List.of()));
  }

  /** What a layout does not hold. */
  public List<Loss> losses(Layout layout) {
    return losses.stream().filter(loss -> loss.layout() == layout).toList();
  }

  /** Actor codes of CAMEO, as GDELT and Phoenix have them. */
  CameoActors cameoActors() {
    return cameoActors;
  }

  /** Countries by name with sectors, as ICEWS and POLECAT have them. */
  NamedActors namedActors() {
    return namedActors;
  }
}
