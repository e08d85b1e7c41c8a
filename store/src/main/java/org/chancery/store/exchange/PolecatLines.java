package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of POLECAT. */
final class PolecatLines implements Lines {
  private static final List<String> QUADS =
      List.of(
          "", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT");
  private static final Map<String, String> AUXILIARY =
      Map.of("planned", "future", "possible", "hypothetical", "denied", "negation");
  private static final String AND = "; ";
  private final Codes codes;

  PolecatLines(Codes codes) {
    this.codes = codes;
  }

  @Override
  public List<String> cells(Outgoing o) {
    String type = o.row().type();
    List<String> modes = new ArrayList<>();
    if (o.row().mode() != null) {
      modes.add(o.row().mode());
    }
    String auxiliary = AUXILIARY.get(o.row().modality());
    if (auxiliary != null) {
      modes.add(auxiliary);
    }
    List<String> cells = new ArrayList<>(40);
    cells.add(o.digits() + "-" + o.number() + "_" + type + "_1");
    cells.add(o.day());
    cells.add(type);
    cells.add(String.join(AND, modes));
    cells.add(Outgoing.score(codes.score(type, o.row().mode())));
    cells.add(QUADS.get(codes.quad(type)));
    cells.add(String.join(AND, o.contexts()));
    side(cells, o.actor(), o.actorText());
    side(cells, o.recipient(), o.recipientText());
    place(cells, o);
    cells.add(Outgoing.name(o.row().publisher(), ""));
    cells.add(o.publishedDay());
    cells.add("");
    cells.add("");
    cells.add("");
    cells.add("en".equals(o.language()) ? "English" : Outgoing.name(o.language(), ""));
    cells.add(o.engine());
    return cells;
  }

  private void side(List<String> cells, @Nullable String code, @Nullable String text) {
    String country = codes.namedActors().country(code);
    List<String> sectors = codes.namedActors().sectors(code);
    String cow = code == null ? null : codes.written("cow", code.split(" ", 2)[0]);
    cells.add("");
    cells.add(country);
    cells.add(cow == null ? "" : cow);
    cells.add(sectors.isEmpty() ? "" : sectors.get(0));
    cells.add(String.join(AND, sectors));
    cells.add("");
    cells.add(Outgoing.name(text, AND));
    cells.add("");
  }

  private void place(List<String> cells, Outgoing o) {
    String name = Outgoing.name(o.row().place(), "");
    String precision = o.precision() == null ? "" : o.precision();
    boolean city = precision.equals("city");
    cells.add(name);
    cells.add(city ? name : "");
    cells.add("");
    cells.add(precision.equals("admin1") ? name : "");
    cells.add(codes.namedActors().country(o.row().placeCountry()));
    cells.add(Outgoing.plain(o.row().lat()));
    cells.add(Outgoing.plain(o.row().lon()));
    cells.add("");
    cells.add("");
    cells.add(
        switch (precision) {
          case "country" -> "PCLI";
          case "admin1" -> "ADM1";
          case "city" -> "PPL";
          case "region" -> "RGN";
          case "point" -> "SPOT";
          default -> "";
        });
  }
}
