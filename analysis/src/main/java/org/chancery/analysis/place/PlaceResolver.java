package org.chancery.analysis.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Analysis;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Places from the gazetteer: of several of one name, the one in a country that the report names,
 * else the one with most people. A capital is a place after a preposition of place, and a
 * government elsewhere.
 */
public final class PlaceResolver implements Stage {
  private static final Pattern LOCAL =
      Pattern.compile(
          ".*\\b(?:in|at|near|outside|around|across|inside|from|to|into|of|via|between|over|on)\\s+(?:the\\s+)?$",
          Pattern.DOTALL);
  private final Map<String, List<Entry>> byName = new HashMap<>();

  private record Entry(
      String name,
      String country,
      String admin1,
      double lat,
      double lon,
      String id,
      String feature,
      long people) {}

  /** Reads the lists under {@code places/}. */
  public PlaceResolver(Codebook codebook) {
    for (Row row : codebook.table("places/cities.tsv")) {
      long people = (long) row.number("population");
      add(
          row,
          new Entry(
              row.get("name"),
              row.get("country"),
              row.get("admin1"),
              row.number("lat"),
              row.number("lon"),
              row.get("geonameid"),
              row.get("feature"),
              people));
    }
    for (Row row : codebook.table("places/regions.tsv")) {
      add(
          row,
          new Entry(
              row.get("name"),
              row.get("country"),
              "",
              row.number("lat"),
              row.number("lon"),
              row.get("geonameid"),
              row.get("feature"),
              0));
    }
  }

  private void add(Row row, Entry entry) {
    if (Math.abs(entry.lat) > 90 || Math.abs(entry.lon) > 180) {
      throw row.fault("coordinates out of range: " + entry.lat + ", " + entry.lon);
    }
    byName.computeIfAbsent(entry.name, k -> new ArrayList<>(1)).add(entry);
    row.list("aliases").forEach(a -> byName.computeIfAbsent(a, k -> new ArrayList<>(1)).add(entry));
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layers.NAMES);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.PLACES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    Map<String, Integer> countries = new HashMap<>();
    for (Phrases.Hit<Name> hit : analysis.get(Layers.NAMES)) {
      Name name = hit.values().get(0);
      if (name.country() != null && name.kind() != Name.Kind.PLACE) {
        countries.merge(name.country(), 1, Integer::sum);
      }
    }
    List<PlaceMention> places = new ArrayList<>();
    for (Phrases.Hit<Name> hit : analysis.get(Layers.NAMES)) {
      PlaceMention place = place(analysis, hit, countries);
      if (place != null) {
        places.add(place);
      }
    }
    return analysis.with(Layer.PLACES, places);
  }

  private @Nullable PlaceMention place(
      Analysis analysis, Phrases.Hit<Name> hit, Map<String, Integer> countries) {
    Name name = hit.values().get(0);
    Span span = hit.span();
    String text = span.of(analysis.text());
    String before = analysis.text().substring(Math.max(0, span.begin() - 24), span.begin());
    boolean local = LOCAL.matcher(before).matches();
    String id = Ids.of("place", analysis.document().id(), span.begin(), span.end());
    switch (name.kind()) {
      case COUNTRY -> {
        List<Entry> own = byName.getOrDefault(name.name(), List.of());
        Entry region = own.isEmpty() ? null : own.get(0);
        return new PlaceMention(
            id,
            span,
            text,
            name.name(),
            name.country(),
            null,
            region == null ? null : region.lat,
            region == null ? null : region.lon,
            null,
            "PCLI",
            "country",
            "rule:country-name",
            local ? 0.95 : 0.7);
      }
      case METONYM, PLACE -> {
        Entry best = best(text, name, countries);
        if (best == null || (name.kind() == Name.Kind.METONYM && !local)) {
          return null;
        }
        boolean region = best.id.isEmpty();
        String precision = best.feature.equals("ADM1") ? "admin1" : region ? "region" : "city";
        return new PlaceMention(
            id,
            span,
            text,
            best.name,
            best.country.isEmpty() ? null : best.country,
            best.admin1.isEmpty() ? null : best.admin1,
            best.lat,
            best.lon,
            region ? null : best.id,
            best.feature,
            precision,
            "rule:most-people",
            local ? 0.9 : 0.7);
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Entry best(String text, Name name, Map<String, Integer> countries) {
    Entry best = null;
    double score = -1;
    List<Entry> entries = byName.getOrDefault(text, byName.getOrDefault(name.name(), List.of()));
    for (Entry entry : entries) {
      boolean own = name.kind() == Name.Kind.METONYM && entry.country.equals(name.country());
      double s =
          Math.log10(entry.people + 10.0)
              + (countries.containsKey(entry.country) ? 3 : 0)
              + (own ? 10 : 0);
      if (s > score) {
        score = s;
        best = entry;
      }
    }
    return best;
  }
}
