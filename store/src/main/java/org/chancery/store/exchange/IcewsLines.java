package org.chancery.store.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of ICEWS. */
final class IcewsLines implements Lines {
  private final Codes codes;

  IcewsLines(Codes codes) {
    this.codes = codes;
  }

  @Override
  public List<String> cells(Outgoing o) {
    String place = Outgoing.name(o.row().place(), "");
    String precision = o.precision() == null ? "" : o.precision();
    boolean admin = precision.equals("admin1");
    boolean city = !admin && !precision.equals("country");
    String country = codes.namedActors().country(o.row().placeCountry());
    return List.of(
        o.number(),
        o.day(),
        name(o.actor(), o.actorText()),
        sectors(o.actor()),
        country(o.actor()),
        o.event().name(),
        o.cameo(),
        Outgoing.plain(o.row().goldstein()),
        name(o.recipient(), o.recipientText()),
        sectors(o.recipient()),
        country(o.recipient()),
        Outgoing.number(o.url()),
        "",
        Outgoing.name(o.row().publisher(), ""),
        city ? place : "",
        "",
        admin ? place : "",
        country.isEmpty() && precision.equals("country") ? place : country,
        Outgoing.plain(o.row().lat()),
        Outgoing.plain(o.row().lon()));
  }

  /** ICEWS knows the United Nations and the European Union by their names only. */
  private String name(@Nullable String code, @Nullable String text) {
    return NamedActors.body(code) ? codes.namedActors().country(code) : Outgoing.name(text, "");
  }

  private String country(@Nullable String code) {
    return NamedActors.body(code) ? "" : codes.namedActors().country(code);
  }

  private String sectors(@Nullable String code) {
    return String.join(",", codes.namedActors().icewsSectors(code));
  }
}
