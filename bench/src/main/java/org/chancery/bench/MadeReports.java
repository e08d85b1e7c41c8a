package org.chancery.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Versions;

/**
 * Records of made reports: sentences of codebook examples in which ministries of drawn countries
 * stand for the parties. Countries, their counterparts, places and outlets follow Zipf's law; the
 * reports come in the order of 20 years' days, as an archive does. The n-th report is the same for
 * a seed whatever was made before it.
 */
final class MadeReports {
  static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
  static final int DAYS = 20 * 365;
  private static final int OUTLETS = 300;
  static final double MEAN_EVENTS = 5;
  static final Versions VERSIONS = new Versions("bench", "bench", Map.of("encoder", "none"));

  final Lists lists;
  final long seed;
  final long reports;
  final List<Map<String, String>> countries;
  final Zipf country;
  final Zipf counterpart;
  final Zipf outlet = new Zipf(OUTLETS, 1.0);
  final Zipf city;

  MadeReports(Lists lists, long seed, long events) {
    this.lists = lists;
    this.seed = seed;
    this.reports = Math.max(1, Math.round(events / MEAN_EVENTS));
    countries = new ArrayList<>(lists.countries());
    Collections.shuffle(countries, new Random(seed));
    country = new Zipf(countries.size(), 1.0);
    counterpart = new Zipf(countries.size() - 1, 1.2);
    city = new Zipf(lists.cities().size(), 0.9);
  }

  static Versions versions() {
    return VERSIONS;
  }

  DocumentRecord report(long n) {
    return new MadeReport(this, n).record();
  }
}
