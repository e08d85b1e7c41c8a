package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Actor codes of CAMEO ({@code EGYGOV}, {@code IGOUNO}) to ours ({@code EGY GOV}) and back. */
final class CameoActors {
  private static final int PART = 3;
  private final Codes codes;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  private record Meaning(String kind, String ours) {}

  /** Our code for one of theirs, and the parts that no table knows. */
  record Read(String code, List<String> unknown) {}

  /**
   * A code of ours in CAMEO's parts, as GDELT and Phoenix take them apart.
   *
   * @param whole the parts run together; empty when there is no actor
   * @param country three letters; empty when there is none
   * @param group code of a known body; empty when there is none
   * @param roles role codes, kinds of body among them
   */
  record Written(String whole, String country, String group, List<String> roles) {}

  CameoActors(Codes codes, List<Map<String, String>> rows) {
    this.codes = codes;
    for (Map<String, String> row : rows) {
      String theirs = row.getOrDefault("cameo", "");
      String kind = row.getOrDefault("kind", "");
      String ours = row.getOrDefault("ours", "");
      String direction = row.getOrDefault("direction", "");
      if (!direction.equals("write")) {
        meanings.put(theirs, new Meaning(kind, ours));
      }
      if (!direction.equals("read")) {
        Map<String, String> back =
            switch (kind) {
              case "role" -> roles;
              case "kind" -> kinds;
              default -> places;
            };
        back.putIfAbsent(ours, theirs);
      }
    }
  }

  /**
   * Reads a code.
   *
   * @param ethnic code of an ethnic group that is part of it, as GDELT names it; empty if none
   */
  Read read(String code, String ethnic) {
    String place = "";
    String group = "";
    Set<String> sectors = new LinkedHashSet<>();
    Set<String> kindsOfBody = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (int at = 0; at < code.length(); at += PART) {
      String part = code.substring(at, Math.min(code.length(), at + PART));
      String country = codes.country("cameo", part);
      Meaning meaning = meanings.get(part);
      if (country != null && place.isEmpty() && group.isEmpty()) {
        place = country;
      } else if (meaning == null) {
        if (!part.equalsIgnoreCase(ethnic)) {
          unknown.add(part);
          sectors.add(part);
        }
      } else if (meaning.kind.equals("kind")) {
        kindsOfBody.add(meaning.ours);
      } else if (meaning.kind.equals("region")) {
        place = place.isEmpty() ? meaning.ours : place;
      } else if (meaning.kind.equals("group")) {
        group = group.isEmpty() ? meaning.ours : group;
      } else if (!meaning.ours.isEmpty()) {
        sectors.add(meaning.ours);
      }
    }
    return new Read(joined(place, group, kindsOfBody, sectors), unknown);
  }

  /** A body of states stands in the country's slot; a body of citizens of a country after it. */
  private String joined(String place, String group, Set<String> kindsOfBody, Set<String> sectors) {
    String slot = place;
    List<String> rest = new ArrayList<>();
    if (!group.isEmpty()) {
      String[] parts = group.split(" ");
      boolean armed = parts.length > 1;
      slot = place.isEmpty() || !armed ? parts[0] : place;
      if (armed && !sectors.contains(parts[1])) {
        rest.add(parts[1]);
      }
    } else if (!kindsOfBody.isEmpty()) {
      if (place.isEmpty()) {
        slot = kindsOfBody.iterator().next();
      } else {
        rest.addAll(kindsOfBody);
      }
    }
    rest.addAll(sectors);
    String code = (slot + " " + String.join(" ", rest)).strip();
    return code.isEmpty() ? "UNK" : code;
  }

  /** Writes a code of ours. */
  Written write(@Nullable String ours) {
    if (ours == null || ours.isEmpty() || ours.equals("UNK")) {
      return new Written("", "", "", List.of());
    }
    String[] parts = ours.split(" ");
    String country = codes.written("cameo", parts[0]);
    String place = places.get(parts[0]);
    String group = "";
    StringBuilder before = new StringBuilder();
    List<String> written = new ArrayList<>();
    int from = 1;
    if (country == null && place != null) {
      boolean body = isGroup(place);
      group = body ? place : "";
      country = body ? null : place;
      if (body) {
        before.append("IGO");
        written.add("IGO");
      }
    } else if (country == null) {
      from = 0;
    }
    StringBuilder after = new StringBuilder();
    for (int i = from; i < parts.length; i++) {
      String kind = kinds.get(parts[i]);
      String role = kind != null ? kind : roles.get(parts[i]);
      if (role == null) {
        role = unknownPart(parts[i]);
      }
      if (role.isEmpty() || written.contains(role)) {
        continue;
      }
      (kind == null ? after : before).append(role);
      written.add(kind == null ? written.size() : 0, role);
    }
    String middle = country == null ? group : country;
    return new Written(before + middle + after, country == null ? "" : country, group, written);
  }

  /** Whether a part is a country or a kind of body, as Phoenix sets it apart. */
  boolean entity(String part) {
    Meaning meaning = meanings.get(part);
    return codes.country("cameo", part) != null
        || (meaning != null && (meaning.kind.equals("kind") || meaning.kind.equals("region")));
  }

  /** Whether a part is a role. */
  boolean role(String part) {
    Meaning meaning = meanings.get(part);
    return meaning != null && meaning.kind.equals("role");
  }

  private boolean isGroup(String theirs) {
    Meaning meaning = meanings.get(theirs);
    return meaning != null && meaning.kind.equals("group");
  }

  /** A part that was read verbatim is written so; what CAMEO has no word for is left out. */
  private String unknownPart(String part) {
    boolean ours = part.equals("PRE") || part.equals("UNK");
    return part.length() == PART && !ours ? part.toUpperCase(Locale.ROOT) : "";
  }
}
