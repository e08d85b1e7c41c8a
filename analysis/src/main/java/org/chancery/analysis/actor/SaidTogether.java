package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.jspecify.annotations.Nullable;

/** Which parties and countries the last sentences of a report speak of together. */
final class SaidTogether {
  private static final String MORE = "(?:the |an? |his |her |its |their )?(?:[\\p{Ll}-]+ ){0,2}";

  /** Between two that belong together, the second the last of them. */
  private static final Pattern AND =
      Pattern.compile(
          "(?:, [^.;:,]{1,100})?,? (?:and|as well as|along with|together with) " + MORE);

  private static final Pattern COMMA = Pattern.compile(", " + MORE);

  private final Discourse discourse;

  SaidTogether(Discourse discourse) {
    this.discourse = discourse;
  }

  /**
   * {@code n} distinct parties that fit: of the last sentence that has so many, or that joins so
   * many by "and", or that speaks of so many together; else the first ones of the last sentence
   * that has more, or the last ones of the sentences before; fewer where there are not so many.
   */
  List<Actor> parties(int n, int sentencesBack, Predicate<Discourse.Said> fits) {
    int now = discourse.sentence();
    for (int at = now; at >= Math.max(0, now - sentencesBack); at--) {
      List<Actor> there = exactly(n, in(at, fits), fits, at);
      if (there.size() == n) {
        return there;
      }
    }
    for (int at = now; at >= Math.max(0, now - sentencesBack); at--) {
      List<Actor> there = actors(in(at, fits));
      if (there.size() > n) {
        return there.subList(0, n);
      }
    }
    return distinct(n, sentencesBack, fits);
  }

  /** So many of one sentence that are all of it, or joined in it, or spoken of together. */
  private List<Actor> exactly(
      int n, List<Discourse.Said> there, Predicate<Discourse.Said> fits, int at) {
    List<Actor> all = actors(there);
    if (all.size() == n) {
      return all;
    }
    if (all.size() > n) {
      List<Actor> joined = actors(joined(n, there, s -> s.actor().id()));
      // "his predecessor gave him the key, and Faye chose Sonko"
      return joined.isEmpty()
          ? actors(
              there.stream().filter(s -> s.mention().form() == ActorMention.Form.NAME).toList())
          : joined;
    }
    LinkedHashMap<String, Actor> more = new LinkedHashMap<>();
    for (Discourse.Said group : discourse.said()) {
      List<Actor> members = group.actor().members();
      if (group.sentence() == at
          && members.size() <= n
          && members.stream().allMatch(m -> fits(m, group, fits))) {
        members.forEach(m -> more.putIfAbsent(m.id(), m));
        if (members.size() == n) {
          return members;
        }
      }
    }
    all.forEach(actor -> more.putIfAbsent(actor.id(), actor));
    return List.copyOf(more.values());
  }

  /** Whether a member of a group fits as it was spoken of before, if it was. */
  private boolean fits(Actor member, Discourse.Said group, Predicate<Discourse.Said> fits) {
    return discourse.last(s -> s.actor().id().equals(member.id())) == null
        ? fits.test(member(member, group))
        : discourse.last(s -> s.actor().id().equals(member.id()) && fits.test(s)) != null;
  }

  /** One spoken of only as a member of a group. */
  private static Discourse.Said member(Actor member, Discourse.Said group) {
    Actor.Office held = member.office();
    return new Discourse.Said(
        group.mention(), member, held == null ? "" : held.title(), group.sentence());
  }

  /** The last {@code n} different ones of some mentions that "and" and commas join, or none. */
  private List<Discourse.Said> joined(
      int n, List<Discourse.Said> all, Function<Discourse.Said, @Nullable String> code) {
    List<Discourse.Said> there =
        all.stream().filter(s -> s.mention().form() != ActorMention.Form.PRONOUN).toList();
    List<Discourse.Said> run = new ArrayList<>();
    List<Discourse.Said> last = List.of();
    for (int i = 0; i < there.size(); i++) {
      int begin = there.get(Math.max(0, i - 1)).span().end();
      int end = there.get(i).span().begin();
      String gap = i == 0 ? "" : discourse.between(begin, end);
      boolean and = AND.matcher(gap).matches();
      if (!and && !COMMA.matcher(gap).matches()) {
        run.clear();
      }
      run.add(there.get(i));
      if (and && run.stream().map(code).distinct().count() == n) {
        last = List.copyOf(run);
      }
      if (and) {
        run.clear();
        run.add(there.get(i));
      }
    }
    return last;
  }

  /** The mentions that fit in one sentence, but for the doer of what is done to those meant. */
  private List<Discourse.Said> in(int at, Predicate<Discourse.Said> fits) {
    return discourse.said().stream()
        .filter(
            one ->
                one.sentence() == at
                    && one.actor().members().isEmpty()
                    && fits.test(one)
                    && !discourse.actsOnReference(one))
        .toList();
  }

  static List<Actor> actors(List<Discourse.Said> mentions) {
    LinkedHashMap<String, Actor> all = new LinkedHashMap<>();
    mentions.forEach(one -> all.putIfAbsent(one.actor().id(), one.actor()));
    return List.copyOf(all.values());
  }

  /** The last distinct parties that fit, in the order of the text, at most {@code most}. */
  private List<Actor> distinct(int most, int sentencesBack, Predicate<Discourse.Said> fits) {
    LinkedHashMap<String, Actor> found = new LinkedHashMap<>();
    List<Discourse.Said> said = discourse.said();
    for (int i = said.size() - 1; i >= 0 && found.size() < most; i--) {
      Discourse.Said one = said.get(i);
      if (one.sentence() >= discourse.sentence() - sentencesBack
          && one.actor().members().isEmpty()
          && !discourse.actsOnReference(one)
          && fits.test(one)) {
        found.putIfAbsent(one.actor().id(), one.actor());
      }
    }
    List<Actor> actors = new ArrayList<>(found.values());
    Collections.reverse(actors);
    return actors;
  }

  /**
   * Codes of what fits: of the nearest sentence, or the nearest sentences together, that have
   * exactly {@code n} of them, or that speak of so many together; else the most said ones.
   */
  List<String> mostSaid(int n, int sentencesBack, Function<Discourse.Said, @Nullable String> code) {
    int now = discourse.sentence();
    Function<Discourse.Said, @Nullable String> others =
        said -> discourse.actsOnReference(said) ? null : code.apply(said);
    Set<String> near = new LinkedHashSet<>();
    for (int at = now; at >= Math.max(0, now - sentencesBack); at--) {
      List<String> there = saidIn(now - at, others);
      if (there.size() == n) {
        return there;
      }
      if (there.size() > n) {
        List<Discourse.Said> run = joined(n, in(at, s -> code.apply(s) != null), code);
        if (!run.isEmpty()) {
          return run.stream().map(s -> String.valueOf(code.apply(s))).distinct().toList();
        }
      }
      for (int before = at; before >= Math.max(0, at - 1); before--) {
        List<String> group = groupIn(n, before, code, false);
        if (group.size() == n) {
          return group;
        }
      }
      near.addAll(at < now ? there : saidIn(0, s -> discourse.inClause(s) ? null : code.apply(s)));
      if (near.size() == n) {
        return List.copyOf(near);
      }
      List<String> unsaid = groupIn(n, at, code, true);
      if (unsaid.size() == n) {
        return unsaid;
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Discourse.Said one : discourse.said()) {
      String it = code.apply(one);
      if (it != null) {
        counts.merge(it, 1, Integer::sum);
      }
    }
    List<String> codes = new ArrayList<>(counts.keySet());
    codes.sort(Comparator.comparingInt(c -> -counts.getOrDefault(c, 0)));
    return codes.size() > n ? codes.subList(0, n) : codes;
  }

  /**
   * Codes of the members, so many, of the last group that a sentence speaks of; if {@code alone} of
   * those too who are spoken of nowhere else.
   */
  private List<String> groupIn(
      int n, int at, Function<Discourse.Said, @Nullable String> code, boolean alone) {
    Discourse.Said group =
        discourse.last(s -> s.sentence() == at && s.actor().members().size() == n);
    LinkedHashSet<String> codes = new LinkedHashSet<>();
    if (group == null) {
      return List.of();
    }
    for (Actor member : group.actor().members()) {
      Discourse.Said said = discourse.last(s -> s.actor().id().equals(member.id()));
      boolean known = said != null || alone;
      String it = known ? code.apply(said == null ? member(member, group) : said) : null;
      if (it != null) {
        codes.add(it);
      }
    }
    return List.copyOf(codes);
  }

  /** Codes of what fits of the sentence so many before this one, in order. */
  List<String> saidIn(int back, Function<Discourse.Said, @Nullable String> code) {
    LinkedHashSet<String> there = new LinkedHashSet<>();
    for (Discourse.Said one : discourse.said()) {
      String it = one.sentence() == discourse.sentence() - back ? code.apply(one) : null;
      if (it != null) {
        there.add(it);
      }
    }
    return List.copyOf(there);
  }

  /** The last party that fits of the sentence so many before this one, or null. */
  @Nullable Actor lastIn(int back, Predicate<Discourse.Said> fits) {
    Discourse.Said one =
        discourse.last(s -> s.sentence() == discourse.sentence() - back && fits.test(s));
    return one == null ? null : one.actor();
  }

  /** Whether the last of some parties were spoken of after the last of others. */
  boolean nearer(List<Actor> some, List<Actor> others) {
    Discourse.Said one = discourse.last(s -> some.contains(s.actor()));
    Discourse.Said other = discourse.last(s -> others.contains(s.actor()));
    return one != null && (other == null || one.sentence() > other.sentence());
  }

  /** The one of some countries whose person this sentence has named, or null. */
  @Nullable String countryOfPersons(List<String> some) {
    String one = null;
    for (Discourse.Said said : discourse.said()) {
      String country = said.actor().country();
      if (said.sentence() == discourse.sentence() && said.isPerson() && some.contains(country)) {
        if (one != null && !one.equals(country)) {
          return null;
        }
        one = country;
      }
    }
    return one;
  }

  /** Which of some countries those mentions of this sentence are of that fit. */
  List<String> countriesHere(List<String> some, Predicate<Discourse.Said> fits) {
    return saidIn(
        0,
        said -> {
          String country = said.actor().country();
          return country != null && some.contains(country) && fits.test(said) ? country : null;
        });
  }
}
