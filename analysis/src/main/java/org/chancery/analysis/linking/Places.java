package org.chancery.analysis.linking;

import java.util.Objects;
import org.chancery.core.MentionProfile.Where;
import org.jspecify.annotations.Nullable;

/** How the places of two mentions compare. */
enum Places {
  /** One or both say no place. */
  UNKNOWN,
  /** One place by its id, or two within {@link #NEAR_KM}. */
  SAME,
  /** One is the country or province of the other. */
  WITHIN,
  /** Two places apart. */
  DIFFERENT;

  static final double NEAR_KM = 15;
  private static final double EARTH_KM = 6_371;

  static Places of(@Nullable Where one, @Nullable Where other) {
    if (one == null || other == null) {
      return UNKNOWN;
    }
    if ((one.geonameid() != null && one.geonameid().equals(other.geonameid()))
        || (one.name().equals(other.name()) && Objects.equals(one.country(), other.country()))) {
      return SAME;
    }
    boolean wide = wide(one) || wide(other);
    if (!wide && kilometres(one, other) <= NEAR_KM) {
      return SAME;
    }
    return wide && holds(one, other) ? WITHIN : DIFFERENT;
  }

  private static boolean wide(Where place) {
    return place.precision().equals("country")
        || place.precision().equals("admin1")
        || place.precision().equals("region");
  }

  private static boolean holds(Where one, Where other) {
    if (one.country() == null || other.country() == null) {
      return true; // a sea, a range of hills: nothing says that it is elsewhere
    }
    if (!one.country().equals(other.country())) {
      return false;
    }
    return one.precision().equals("country")
        || other.precision().equals("country")
        || one.admin1() == null
        || other.admin1() == null
        || one.admin1().equals(other.admin1());
  }

  /** Great-circle distance (haversine formula, Sinnott 1984); far where a place has no point. */
  private static double kilometres(Where one, Where other) {
    if (one.lat() == null || one.lon() == null || other.lat() == null || other.lon() == null) {
      return Double.MAX_VALUE;
    }
    double north = Math.toRadians(other.lat() - one.lat());
    double east = Math.toRadians(other.lon() - one.lon());
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(one.lat()))
                * Math.cos(Math.toRadians(other.lat()))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
