package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who held which office on which day, from {@code actors/offices.tsv}. Days are ISO and may be
 * partial.
 */
public final class OfficeHolders {
  private final Map<String, List<Holder>> byOffice = new HashMap<>();
  private final Map<String, List<Holder>> byPerson = new HashMap<>();

  /** Reads the list. */
  public OfficeHolders(Codebook codebook) {
    for (Row row : codebook.table("actors/offices.tsv")) {
      Holder holder =
          new Holder(
              row.get("country"),
              row.get("office"),
              row.get("person"),
              blank(row.get("from")),
              blank(row.get("to")));
      byOffice
          .computeIfAbsent(holder.country + " " + holder.office, k -> new ArrayList<>())
          .add(holder);
      byPerson
          .computeIfAbsent("person:" + holder.country + ":" + holder.person, k -> new ArrayList<>())
          .add(holder);
    }
  }

  /** One term of one person in one office. */
  record Holder(
      String country, String office, String person, @Nullable String from, @Nullable String to) {
    boolean on(String day) {
      return (from == null || from.compareTo(day) <= 0)
          && (to == null
              || day.substring(0, Math.min(day.length(), to.length())).compareTo(to) <= 0);
    }

    Actor actor() {
      return new Actor(
          "person:" + country + ":" + person,
          person,
          country,
          List.of("GOV"),
          new Actor.Office(office, from, to));
    }
  }

  /** The holder of an office on a day, or null. */
  @Nullable Actor holder(String country, String office, String day) {
    for (Holder holder : byOffice.getOrDefault(country + " " + office, List.of())) {
      if (holder.on(day)) {
        return holder.actor();
      }
    }
    return null;
  }

  /**
   * A known person as he or she stood on a day: in office, a former official, or known only later
   * (null).
   */
  @Nullable Actor person(String id, String day) {
    Holder former = null;
    for (Holder holder : byPerson.getOrDefault(id, List.of())) {
      if (holder.on(day)) {
        return holder.actor();
      }
      if (holder.from != null && holder.from.compareTo(day) <= 0) {
        former = holder;
      }
    }
    if (former == null) {
      return null;
    }
    if (day.equals(Resolution.TODAY_WITHOUT_DATE)) {
      return former.actor(); // a report without a date speaks of people in their last office
    }
    return new Actor(id, former.person, former.country, List.of("ELI"), null);
  }

  private static @Nullable String blank(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
