package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of Phoenix. */
final class PhoenixLines implements Lines {
  private final Codes codes;

  PhoenixLines(Codes codes) {
    this.codes = codes;
  }

  @Override
  public List<String> cells(Outgoing o) {
    String day = o.digits();
    List<String> cells = new ArrayList<>(26);
    cells.add(o.number() + "_chancery");
    cells.add(day);
    cells.add(day.substring(0, 4));
    cells.add(day.substring(4, 6));
    cells.add(day.substring(6));
    actor(cells, o.actor());
    actor(cells, o.recipient());
    cells.add(o.cameo());
    cells.add(o.cameo().substring(0, 2));
    cells.add(String.valueOf(penta(o)));
    cells.add(Outgoing.score(o.row().goldstein()));
    cells.add("");
    cells.add(Outgoing.plain(o.row().lat()));
    cells.add(Outgoing.plain(o.row().lon()));
    boolean admin = "admin1".equals(o.precision());
    String place = Outgoing.name(o.row().place(), "");
    cells.add(admin ? "" : place);
    cells.add(admin ? place : "");
    String country = o.row().placeCountry();
    String cameo = country == null ? null : codes.written("cameo", country);
    cells.add(cameo == null ? "" : cameo);
    cells.add(Outgoing.name(o.row().document() + "_" + o.row().id(), ";"));
    cells.add(Outgoing.name(o.url(), ";"));
    cells.add(Outgoing.name(o.row().publisher(), ";"));
    return cells;
  }

  /** Phoenix has a fifth class for statements and appeals, and counts root 16 as words. */
  private static int penta(Outgoing o) {
    String root = o.cameo().substring(0, 2);
    return switch (root) {
      case "01", "02" -> 0;
      case "16" -> 3;
      default -> o.event().cameoQuad();
    };
  }

  private void actor(List<String> cells, @Nullable String code) {
    CameoActors.Written written = codes.cameoActors().write(code);
    String whole = written.whole();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + 3 <= whole.length(); i += 3) {
      parts.add(whole.substring(i, i + 3));
    }
    boolean entity = !parts.isEmpty() && codes.cameoActors().entity(parts.get(0));
    int next = entity ? 1 : 0;
    boolean role = parts.size() > next && codes.cameoActors().role(parts.get(next));
    cells.add(whole);
    cells.add(entity ? parts.get(0) : "");
    cells.add(role ? parts.get(next) : "");
    cells.add(String.join(";", parts.subList(role ? next + 1 : next, parts.size())));
  }
}
