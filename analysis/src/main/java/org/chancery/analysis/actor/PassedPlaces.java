package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The countries that a report has named, itself or by a town of theirs, as mere places. */
final class PassedPlaces {
  private final List<Place> places = new ArrayList<>();

  private record Place(String country, boolean town, int sentence) {}

  void add(String country, boolean town, int sentence) {
    places.add(new Place(country, town, sentence));
  }

  /** Those of a sentence. */
  List<String> in(int sentence) {
    return places.stream()
        .filter(p -> p.sentence() == sentence)
        .map(Place::country)
        .distinct()
        .toList();
  }

  /** The last one, or null. */
  @Nullable String last() {
    return places.isEmpty() ? null : places.get(places.size() - 1).country();
  }

  /** That of the last town or province named in a sentence or after it, or null. */
  @Nullable String town(int since) {
    for (int i = places.size() - 1; i >= 0; i--) {
      if (places.get(i).town() && places.get(i).sentence() >= since) {
        return places.get(i).country();
      }
    }
    return null;
  }
}
