package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * The types, modes and CAMEO codes that are permitted, with quad class and Goldstein value from
 * their tables.
 */
public final class Ontology {
  private final Map<String, Integer> quads = new HashMap<>();
  private final Set<String> modes = new HashSet<>();
  private final Map<String, Cameo> cameo = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();

  /** A CAMEO code, its Goldstein value and the PLOVER type of the table. */
  public record Cameo(String code, double goldstein, String type) {}

  /** Reads the tables under {@code ontology/}. */
  public Ontology(Codebook codebook) {
    for (Row row : codebook.table("ontology/types.tsv")) {
      quads.put(row.get("type"), (int) row.number("quad_number"));
    }
    codebook
        .table("ontology/modes.tsv")
        .forEach(row -> modes.add(row.get("type") + " " + row.get("mode")));
    for (Row row : codebook.table("ontology/cameo.tsv")) {
      Cameo code = new Cameo(row.get("code"), row.number("goldstein"), row.get("plover_type"));
      cameo.put(code.code, code);
      if (code.code.length() == 3) {
        defaults.putIfAbsent(code.type, code.code);
        defaults.putIfAbsent(code.type + " " + row.get("plover_mode"), code.code);
      }
    }
    defaults.putIfAbsent("REQUEST", "020");
  }

  /** The types, in no order. */
  public List<String> types() {
    return new ArrayList<>(quads.keySet());
  }

  /** Quad class 1 to 4. */
  public int quad(String type) {
    return quads.getOrDefault(type, 0);
  }

  /** Whether the mode may go with the type. */
  public boolean permits(String type, String mode) {
    return modes.contains(type + " " + mode);
  }

  /**
   * The code of the trigger where the table ties it to this type, else the type's (and mode's)
   * first code.
   */
  public Cameo cameo(String type, String mode, String ofTrigger) {
    Cameo own = cameo.get(ofTrigger);
    if (own != null) {
      return own;
    }
    String code = defaults.getOrDefault(type + " " + mode, defaults.getOrDefault(type, "010"));
    return cameo.getOrDefault(code, new Cameo(code, 0, type));
  }
}
