package org.chancery.analysis.place;

/**
 * A place of the gazetteer under one of its names.
 *
 * @param country ISO 3166-1 alpha-3, empty where it lies in none or several
 * @param admin1 name of the first-level region, may be empty
 * @param admin2 name of the second-level region, may be empty
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param people inhabitants, 0 where unknown
 * @param id GeoNames id, empty for entries of our own
 * @param feature GeoNames feature code, or a kind of our own in lower case
 * @param main whether the name asked for is its main one
 */
record Toponym(
    String name,
    String country,
    String admin1,
    String admin2,
    double lat,
    double lon,
    long people,
    String id,
    String feature,
    boolean main) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** Great-circle distance in kilometres (haversine). */
  double distanceTo(Toponym other) {
    double a = Math.toRadians(lat);
    double b = Math.toRadians(other.lat);
    double h =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a)
                * Math.cos(b)
                * Math.pow(Math.sin(Math.toRadians(other.lon - lon) / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /** The same place under another of its names. */
  Toponym alternate() {
    return new Toponym(name, country, admin1, admin2, lat, lon, people, id, feature, false);
  }

  boolean isCountry() {
    return feature.equals("PCLI");
  }

  boolean isAdmin1() {
    return feature.equals("ADM1");
  }

  boolean isTown() {
    return feature.startsWith("PPL") || feature.equals("STLMT");
  }

  /** The class of precision of its coordinates. */
  String precision() {
    if (isCountry()) {
      return "country";
    }
    if (isAdmin1()) {
      return "admin1";
    }
    if (isTown()) {
      return "city";
    }
    return feature.equals("point") ? "point" : "region";
  }
}
