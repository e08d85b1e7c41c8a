package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that say which country is meant without its name: by its kind among those of the report
 * ("the Gulf state"), by what is true of one alone ("Africa's most populous nation", {@code
 * actors/epithets.tsv}), by its tie to another ("its former colony", "its northern neighbour").
 */
final class Descriptions implements Reference {
  /** Of several countries that fit, one must weigh so many times the others. */
  private static final double CLEARLY_MORE = 1.3;

  private static final Set<String> FORMS_OF_STATE =
      Set.of("kingdom", "monarchy", "emirate", "sultanate", "islamic-republic");
  private static final Pattern TIE =
      Pattern.compile(
          "\\b(?<whose>[Tt]he|[Ii]ts|[Tt]heir|\\p{Lu}\\p{L}+['\u2019]s) (?:(?<colony>(?:one-time |erstwhile |former )(?:(?<of>\\p{Lu}[\\p{L}-]+) )?colony)|(?<power>(?:former |one-time |old )?colonial (?:power|ruler|master))|(?:(?:giant|larger|smaller|bigger|northern|southern|eastern|western|immediate|powerful|tiny|huge) )?(?<next>neighbou?r))\\b(?!['\u2019]s?\\b| state)");

  /** A name that goes on: "the South China Sea". */
  private static final Pattern NAME = Pattern.compile("(?: |-)\\p{Lu}|-");

  private final States states;
  private final Map<Pattern, String> tags = new LinkedHashMap<>();
  private final Map<String, List<Row>> epithets = new HashMap<>();
  private final Set<String> telling = new HashSet<>();
  private final Pattern kind;
  private final Pattern alone;
  private final Pattern partner;

  Descriptions(Codebook codebook, States states) {
    this.states = states;
    Set<String> fillers = new HashSet<>();
    Map<String, String> adjectives = new LinkedHashMap<>();
    Map<String, String> nouns = new HashMap<>();
    for (Row row : codebook.table("lexicon/references.tsv")) {
      String word = row.get("word");
      switch (row.get("kind")) {
        case "description" -> adjectives.put(word, row.get("value"));
        case "state" -> nouns.put(word, row.get("value"));
        case "filler" -> {
          fillers.add(word);
          if (!row.get("value").isEmpty()) {
            telling.add(word);
          }
        }
        default -> {}
      }
    }
    adjectives.putAll(nouns);
    adjectives.forEach(
        (word, meaning) -> {
          if (!meaning.isEmpty()) {
            tags.put(Pattern.compile("\\b" + Pattern.quote(word) + "\\b"), meaning);
          }
        });
    for (Row row : codebook.table("actors/epithets.tsv")) {
      epithets.computeIfAbsent(key(row.get("epithet")), k -> new ArrayList<>()).add(row);
    }
    fillers.addAll(adjectives.keySet());
    kind =
        Pattern.compile(
            "\\b(?:the|this|that|its) (?<words>(?:(?:"
                + Alternation.of(fillers)
                + ")[ -]){0,3}(?:"
                + Alternation.of(nouns.keySet())
                + "))\\b(?!['\u2019]s (?:president|prime|foreign|king))",
            Pattern.CASE_INSENSITIVE);
    partner =
        Pattern.compile(
            "\\b(?:[Ii]ts|[Tt]heir) (?:(?:new|old|former|small|big|powerful) )?(?<words>(?i:"
                + Alternation.of(adjectives.keySet())
                + ")) (?:partner|ally|neighbou?r|rival|foe|patron|sponsor)\\b");
    alone =
        Pattern.compile(
            "\\b(?:the )?(?<words>"
                + Alternation.of(epithets.keySet()).replace("\\'", "['\u2019]")
                + ")\\b",
            Pattern.CASE_INSENSITIVE);
  }

  @Override
  public boolean isTentative(String words) {
    return isHalf(words);
  }

  /** Whether words with a capital mean one of two states that the report must both name. */
  private boolean isHalf(String words) {
    return Character.isUpperCase(words.charAt(words.lastIndexOf(' ') + 1))
        && epithets.getOrDefault(key(words), List.of()).stream()
            .anyMatch(row -> !row.get("beside").isEmpty());
  }

  private static String key(String words) {
    return words.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    List<Span> found = new ArrayList<>();
    for (Pattern pattern : List.of(alone, TIE, partner, kind)) {
      Matcher matcher = in(pattern, text, sentence);
      while (matcher.find()) {
        String last = matcher.group().substring(matcher.group().lastIndexOf(' ') + 1);
        boolean common =
            Character.isLowerCase(last.charAt(0))
                || (isHalf(matcher.group())
                    && !NAME.matcher(text).region(matcher.end(), text.length()).lookingAt())
                || matcher.group().endsWith("Islamic Republic")
                || matcher.group().endsWith("Jewish State");
        Span span = new Span(matcher.start(), matcher.end());
        if (common && found.stream().noneMatch(span::overlaps)) {
          found.add(span);
        }
      }
    }
    return found;
  }

  private static Matcher in(Pattern pattern, String text, Span span) {
    return pattern.matcher(text).region(span.begin(), span.end()).useTransparentBounds(true);
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    Matcher matcher = in(alone, text, span);
    if (matcher.lookingAt()) {
      for (Row row : epithets.getOrDefault(key(matcher.group("words")), List.of())) {
        String beside = row.get("beside");
        boolean fits =
            beside.isEmpty()
                || (discourse.weight(beside) > 0 && discourse.weight(row.get("country")) > 0);
        if (fits && Days.within(day, row.get("from"), row.get("to"))) {
          return states.government(row.get("country"));
        }
      }
    }
    matcher = in(TIE, text, span);
    if (matcher.lookingAt()) {
      return tied(matcher, discourse);
    }
    matcher = in(partner, text, span);
    if (matcher.lookingAt()) {
      return described(matcher.group("words"), discourse);
    }
    matcher = in(kind, text, span);
    return matcher.lookingAt() ? described(matcher.group("words"), discourse) : null;
  }

  private @Nullable Actor tied(Matcher matcher, Discourse discourse) {
    String focus = discourse.focus();
    Discourse.Said last =
        discourse.last(s -> states.isCountry(s.actor().country()) && s.actor().members().isEmpty());
    String named = last == null ? null : last.actor().country();
    boolean its = !matcher.group("whose").equalsIgnoreCase("the");
    String adjective = matcher.group("of");
    String owner =
        adjective != null ? states.ofAdjective(adjective) : its && named != null ? named : focus;
    if (owner == null) {
      return null;
    }
    Predicate<String> fits =
        matcher.group("colony") != null
            ? code -> states.wasColonyOf(code, owner)
            : matcher.group("power") != null
                ? code -> states.wasColonyOf(owner, code)
                : code -> states.border(owner, code);
    return clearest(discourse.countries().keySet().stream().filter(fits).toList(), discourse);
  }

  private @Nullable Actor described(String words, Discourse discourse) {
    Set<String> wanted = new HashSet<>();
    String lower = words.toLowerCase(Locale.ROOT);
    tags.forEach(
        (word, meaning) -> {
          if (word.matcher(lower).find()) {
            wanted.add(meaning);
          }
        });
    String passed = discourse.lastPassed();
    if (wanted.isEmpty() && lower.startsWith("host ") && states.isCountry(passed)) {
      return states.government(String.valueOf(passed));
    }
    if (wanted.isEmpty()) { // "the neighbouring state" could be any
      return telling.stream().anyMatch(lower::startsWith) ? spokenOf(discourse) : null;
    }
    List<String> fitting = fitting(wanted, discourse);
    if (fitting.isEmpty() && wanted.size() > 1) {
      wanted.removeAll(FORMS_OF_STATE);
      fitting = fitting(wanted, discourse);
    }
    if (fitting.size() > 1) {
      String named = discourse.together().countryOfPersons(fitting);
      return named != null ? states.government(named) : near(fitting, discourse);
    }
    return clearest(fitting, discourse);
  }

  /**
   * Of several that fit: the only one of the clauses before in this sentence; else the clearest of
   * those that are not spoken of in the very clause ("Japan sent tents to the island nation").
   */
  private @Nullable Actor near(List<String> fitting, Discourse discourse) {
    List<String> others = new ArrayList<>(fitting);
    others.removeAll(discourse.together().countriesHere(fitting, discourse::inClause));
    List<String> before = discourse.together().countriesHere(others, s -> !discourse.inClause(s));
    return before.size() == 1 ? states.government(before.get(0)) : clearest(others, discourse);
  }

  /** The one country of this sentence, else the one that the report is clearly about. */
  private @Nullable Actor spokenOf(Discourse discourse) {
    List<String> all =
        discourse.countries().keySet().stream().filter(states::isCountry).sorted().toList();
    List<String> here = discourse.together().countriesHere(all, s -> true);
    return here.size() == 1 ? states.government(here.get(0)) : clearest(all, discourse);
  }

  /** The only one, or the one that the report is clearly more about than the others. */
  private @Nullable Actor clearest(List<String> fitting, Discourse discourse) {
    String best = discourse.focus(fitting::contains);
    if (best == null) {
      return null;
    }
    double least = discourse.weight(best) / CLEARLY_MORE;
    boolean clear = fitting.stream().allMatch(c -> c.equals(best) || discourse.weight(c) <= least);
    return clear ? states.government(best) : null;
  }

  private List<String> fitting(Set<String> wanted, Discourse discourse) {
    return discourse.countries().keySet().stream()
        .filter(c -> states.isCountry(c) && states.kinds(c).containsAll(wanted))
        .sorted()
        .toList();
  }
}
