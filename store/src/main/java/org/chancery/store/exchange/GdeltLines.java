package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of GDELT 2.0. */
final class GdeltLines implements Lines {
  private static final int ROLES = 3;
  private final Codes codes;

  GdeltLines(Codes codes) {
    this.codes = codes;
  }

  @Override
  public List<String> cells(Outgoing o) {
    String day = o.digits();
    List<String> cells = new ArrayList<>(61);
    cells.add(o.number());
    cells.add(day);
    cells.add(day.substring(0, 6));
    cells.add(day.substring(0, 4));
    cells.add(fraction(o.day()));
    actor(cells, o.actor(), o.actorText());
    actor(cells, o.recipient(), o.recipientText());
    cells.add("1");
    cells.add(o.cameo());
    cells.add(o.cameo().substring(0, Math.min(3, o.cameo().length())));
    cells.add(o.cameo().substring(0, 2));
    cells.add(String.valueOf(o.event().cameoQuad()));
    cells.add(Outgoing.score(o.row().goldstein()));
    cells.add(String.valueOf(o.mentions()));
    cells.add("1"); // an event is of one report, so of one outlet and one document
    cells.add("1");
    cells.add("");
    noPlace(cells);
    noPlace(cells);
    place(cells, o);
    cells.add(Outgoing.stamp(o.row().published()));
    cells.add(Outgoing.name(o.url(), ""));
    return cells;
  }

  /** Year and the part of it that has passed, with months of 30 days, as GDELT reckons. */
  private static String fraction(String day) {
    int month = Integer.parseInt(day.substring(5, 7));
    int ofMonth = Integer.parseInt(day.substring(8, 10));
    double year = Integer.parseInt(day.substring(0, 4)) + ((month - 1) * 30 + ofMonth) / 365.0;
    return String.format(Locale.ROOT, "%.4f", year);
  }

  private void actor(List<String> cells, @Nullable String code, @Nullable String text) {
    CameoActors.Written written = codes.cameoActors().write(code);
    cells.add(written.whole());
    cells.add(Outgoing.name(text, ""));
    cells.add(written.country());
    cells.add(written.group());
    cells.add("");
    cells.add("");
    cells.add("");
    for (int i = 0; i < ROLES; i++) {
      cells.add(i < written.roles().size() ? written.roles().get(i) : "");
    }
  }

  private static void noPlace(List<String> cells) {
    cells.add("0");
    for (int i = 0; i < 7; i++) {
      cells.add("");
    }
  }

  private void place(List<String> cells, Outgoing o) {
    String name = Outgoing.name(o.row().place(), "");
    if (name.isEmpty()) {
      noPlace(cells);
      return;
    }
    String country = o.row().placeCountry();
    String fips = country == null ? null : codes.written("fips", country);
    boolean us = "USA".equals(country);
    String type =
        switch (o.precision() == null ? "" : o.precision()) {
          case "country", "region" -> "1";
          case "admin1" -> us ? "2" : "5";
          default -> us ? "3" : "4";
        };
    String ofCountry = country == null ? null : codes.written("name", country);
    cells.add(type);
    cells.add(type.equals("1") || ofCountry == null ? name : name + ", " + ofCountry);
    cells.add(fips == null ? "" : fips);
    cells.add(fips == null ? "" : fips);
    cells.add("");
    cells.add(Outgoing.plain(o.row().lat()));
    cells.add(Outgoing.plain(o.row().lon()));
    cells.add(fips == null ? "" : fips);
  }
}
