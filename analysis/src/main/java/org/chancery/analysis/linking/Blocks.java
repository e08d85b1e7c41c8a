package org.chancery.analysis.linking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.chancery.core.MentionProfile;

/**
 * The keys under which a mention is found again: two mentions are compared only where they share
 * one. A key is a day (or month) and something that names the happening: a party's country, the
 * place, a rare word. So a record that grows by years does not lengthen the list under a key.
 */
final class Blocks {
  /** Ranges of more days than this are found by month. */
  private static final int LONGEST = 10;

  private static final int RARE = 6;
  private static final int RAREST = 4;
  private static final int MONTHS = 3;
  private static final double RARE_ENOUGH = 0.7;
  private static final int MONTH_DAYS = 30;

  private final Words words;
  private final Parties parties;

  Blocks(Words words, Parties parties) {
    this.words = words;
    this.parties = parties;
  }

  /** The keys: days in the upper bits, so that what lies close in time lies close in an index. */
  Set<Long> of(MentionProfile mention) {
    Set<Long> keys = new TreeSet<>();
    MentionProfile.Days days = mention.days();
    List<String> rare =
        words.rarest(Set.copyOf(mention.terms()), RARE).stream()
            .filter(word -> words.rareness(word) >= RARE_ENOUGH)
            .toList();
    if (days == null) {
      rare.forEach(word -> keys.add(key(0, "undated " + word)));
      return keys;
    }
    if (days.length() <= LONGEST) {
      Set<String> names = names(mention);
      for (int day = days.first() - 1; day <= days.last(); day++) { // a day apart is compared too
        for (String name : names) {
          keys.add(key(day, name));
        }
        for (String word : rare) {
          keys.add(key(day, "word " + word));
        }
      }
    }
    List<String> rarest = rare.subList(0, Math.min(RAREST, rare.size()));
    int first = Math.floorDiv(days.first(), MONTH_DAYS);
    int last = Math.min(first + MONTHS, Math.floorDiv(days.last(), MONTH_DAYS));
    for (int month = first; month <= last; month++) {
      for (String word : rarest) {
        keys.add(key(month * MONTH_DAYS, "month " + word));
      }
    }
    return keys;
  }

  private Set<String> names(MentionProfile mention) {
    Set<String> names = new TreeSet<>();
    for (List<String> side : List.of(mention.actors(), mention.recipients())) {
      parties.known(side).forEach(party -> names.add("party " + party.substring(0, 3)));
    }
    MentionProfile.Where where = mention.where();
    if (where != null) {
      names.add("place " + where.name());
    }
    mention.report().names().stream().limit(RARE).forEach(name -> names.add("word " + name));
    return names;
  }

  private static long key(int day, String name) {
    CRC32C hash = new CRC32C();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return ((long) day << 32) | hash.getValue();
  }
}
