package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that refer to parties named elsewhere: groups ("the two ministers", "both sides", "the
 * trio") and descriptions ("the Gulf state", "the Jewish state"), from {@code
 * lexicon/references.tsv} and the kinds of {@code actors/countries.tsv}.
 */
final class References {
  static final Set<String> STATE_BODIES =
      Set.of(
          "army",
          "navy",
          "air force",
          "military",
          "armed forces",
          "parliament",
          "legislature",
          "cabinet",
          "presidency",
          "police",
          "treasury",
          "central bank",
          "supreme court",
          "senate",
          "authorities",
          "administration",
          "junta",
          "regime",
          "foreign minister",
          "judiciary",
          "mfa",
          "opposition",
          "constitutional court",
          "election commission");

  /** Of several countries that fit, one must weigh so many times the others. */
  private static final double CLEARLY_MORE = 1.3;

  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, String> plurals = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<String>> bodies = new HashMap<>();
  private final Pattern many;
  private final Pattern state;

  References(Codebook codebook) {
    for (Row row : codebook.table("actors/countries.tsv")) {
      kinds.put(row.get("code"), new HashSet<>(row.list("kinds")));
      names.put(row.get("code"), row.get("name"));
    }
    Map<String, String> nouns = new HashMap<>();
    for (Row row : codebook.table("lexicon/references.tsv")) {
      String word = row.get("word");
      switch (row.get("kind")) {
        case "description" -> tags.put(word, row.get("value"));
        case "state" -> nouns.put(word, row.get("value"));
        case "many" -> plurals.put(word, row.get("value"));
        case "body" -> bodies.put(word, row.list("value"));
        case "count" -> counts.put(word, Integer.parseInt(row.get("value")));
        default -> throw row.fault("kind must be description, state, many, count or body");
      }
    }
    tags.putAll(nouns);
    many =
        Pattern.compile(
            "\\b(?:(?:[Tt]he|[Tt]hese|[Tt]heir|[Bb]oth) (?<n>two|three|four|five|six)|(?<both>[Bb]oth)(?: of the)?)(?: (?!and\\b|to\\b|in\\b)(?<adj>[\\p{L}-]+))?? (?<noun>"
                + alternation(plurals.keySet())
                + ")\\b|(?<=[Bb]etween )the (?<pair>foreign ministers|presidents|prime ministers|ministers|leaders|neighbours|neighbors)\\b|\\b(?<some>[Tt]he (?:"
                + alternation(counts.keySet())
                + "))\\b(?! of\\b| from\\b)|\\b(?<bare>[Tt]he two)\\b(?= (?:\\p{Ll}+ed\\b|also|met|discussed|then|had|have|will|signed|said|were|are|exchanged|spoke|held|shook|reviewed|announced))");
    state =
        Pattern.compile(
            "\\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts) (?<words>(?:(?:"
                + alternation(tags.keySet())
                + "|tiny|small|largest|smallest|reclusive|wealthy|impoverished|war-torn|poor|rich|northern|southern|eastern|western|former|gas-rich|world['\u2019]s|secretive|isolated|troubled|vast)[ -]){0,3}(?:"
                + alternation(nouns.keySet())
                + "))\\b(?!['\u2019]s (?:president|prime|foreign|king))",
            Pattern.CASE_INSENSITIVE);
  }

  private static String alternation(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt((String w) -> -w.length()).thenComparing(w -> w))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** The words of a sentence that refer to several parties, or to a country by its kind. */
  List<Span> find(String text, Span sentence) {
    List<Span> found = new ArrayList<>();
    for (Pattern pattern : List.of(many, state)) {
      Matcher matcher = pattern.matcher(text).region(sentence.begin(), sentence.end());
      while (matcher.find()) {
        String last = matcher.group().substring(matcher.group().lastIndexOf(' ') + 1);
        boolean common =
            pattern.equals(many)
                || Character.isLowerCase(last.charAt(0))
                || matcher.group().endsWith("Islamic Republic")
                || matcher.group().endsWith("Jewish State");
        if (common) {
          found.add(new Span(matcher.start(), matcher.end()));
        }
      }
    }
    return found;
  }

  /** Who is meant, or null where no one fits or several do. */
  @Nullable Actor resolve(String text, Span span, Discourse discourse) {
    Matcher matcher = many.matcher(text).region(span.begin(), span.end());
    matcher.useTransparentBounds(true);
    if (matcher.lookingAt()) {
      return several(matcher, discourse);
    }
    matcher = state.matcher(text).region(span.begin(), span.end());
    return matcher.lookingAt() ? described(matcher.group("words"), discourse) : null;
  }

  private @Nullable Actor several(Matcher matcher, Discourse discourse) {
    int n = 2;
    String noun = matcher.group("noun") == null ? matcher.group("pair") : matcher.group("noun");
    String some = matcher.group("some");
    String number = matcher.group("n");
    if (number != null) {
      n = List.of("two", "three", "four", "five", "six").indexOf(number) + 2;
    } else if (some != null) {
      n = counts.getOrDefault(some.substring(4), 2);
    }
    String sort = noun == null ? "any" : plurals.getOrDefault(noun, "any");
    List<Actor> members;
    String given = matcher.group("adj");
    String adjective = given == null ? "" : given;
    if (sort.equals("country")) {
      members = countries(n, discourse);
    } else if (sort.startsWith("person")) {
      members = persons(n, sort, adjective, discourse);
    } else if (sort.equals("side")) {
      members = parties(n, discourse);
    } else {
      List<Actor> near =
          discourse.together(n, 1, s -> !s.isPerson() && isCountry(s.actor().country()));
      List<Actor> people = persons(n, "person", adjective, discourse);
      boolean parties = discourse.nearer(near, people);
      members = parties || people.size() < n ? countries(n, discourse) : people;
    }
    return members.size() == n ? Actor.group(members) : null;
  }

  private List<Actor> persons(int n, String sort, String adjective, Discourse discourse) {
    String office = sort.indexOf(':') < 0 ? "" : sort.substring(sort.indexOf(':') + 1);
    String gender = office.equals("m") || office.equals("f") ? office : "";
    String tag = tags.getOrDefault(adjective.toLowerCase(Locale.ROOT), "");
    Predicate<Discourse.Said> fits =
        s ->
            s.isPerson()
                && s.actor().id().startsWith("person:")
                && (gender.isEmpty() ? s.office().contains(office) : discourse.isOf(s, gender))
                && (tag.isEmpty() || kindsOf(s.actor().country()).contains(tag));
    List<Actor> found = discourse.together(n, 5, fits);
    return found.size() < n && sort.indexOf(':') > 0
        ? persons(n, "person", adjective, discourse)
        : found;
  }

  private Set<String> kindsOf(@Nullable String country) {
    return kinds.getOrDefault(country == null ? "" : country, Set.of());
  }

  /** Sides of a conflict or talks: countries and armed groups, persons standing for theirs. */
  private List<Actor> parties(int n, Discourse discourse) {
    Map<String, Actor> byCode = new HashMap<>();
    List<String> codes =
        discourse.mostSaid(
            n,
            2,
            said -> {
              Actor actor = said.actor();
              boolean body = actor.id().startsWith("group:") || actor.id().startsWith("body:");
              if (body && actor.members().isEmpty()) {
                byCode.putIfAbsent(actor.id(), actor);
                return actor.id();
              }
              String country = actor.country();
              boolean rebel = actor.sectors().contains("REB");
              return isCountry(country) && !rebel ? country : null;
            });
    return codes.stream().map(c -> byCode.getOrDefault(c, government(c))).toList();
  }

  private List<Actor> countries(int n, Discourse discourse) {
    return discourse
        .mostSaid(n, 2, s -> isCountry(s.actor().country()) ? s.actor().country() : null)
        .stream()
        .map(this::government)
        .toList();
  }

  /** Whether a country can have a ruler of this title ("emir"): presidents fit all. */
  boolean hasRuler(@Nullable String country, String title) {
    Set<String> kind = kindsOf(country);
    return switch (title) {
      case "king", "queen", "monarch", "emperor" ->
          kind.contains("monarchy") || kind.contains("kingdom");
      case "emir" -> kind.contains("emirate");
      case "sultan" -> kind.contains("sultanate");
      case "chancellor", "federal chancellor" -> kind.contains("chancellor");
      default -> true;
    };
  }

  /** The office that "leader" means in a country: of parliamentary states the government's head. */
  String leader(@Nullable String country) {
    Set<String> kind = kindsOf(country);
    boolean government = kind.contains("parliamentary") || kind.contains("monarchy");
    boolean rules = kind.contains("gulf") || kind.contains("absolute");
    return government && !rules ? "head-of-government" : "head-of-state";
  }

  private boolean isCountry(@Nullable String code) {
    return code != null && names.containsKey(code);
  }

  private Actor government(String code) {
    return Resolution.party(code, List.of("GOV"), names.getOrDefault(code, code));
  }

  private @Nullable Actor described(String words, Discourse discourse) {
    Set<String> wanted = new HashSet<>();
    String lower = words.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (!tag.getValue().isEmpty()
          && Pattern.compile("\\b" + Pattern.quote(tag.getKey()) + "\\b").matcher(lower).find()) {
        wanted.add(tag.getValue());
      }
    }
    if (wanted.isEmpty()) {
      return null; // "the reclusive state" could be any
    }
    List<String> fitting = fitting(wanted, discourse);
    if (fitting.isEmpty() && wanted.size() > 1) {
      wanted.removeAll(Set.of("kingdom", "monarchy", "emirate", "sultanate", "islamic-republic"));
      fitting = fitting(wanted, discourse);
    }
    if (fitting.size() == 1) {
      return government(fitting.get(0));
    }
    List<String> several = List.copyOf(fitting);
    String named = discourse.countryOfPersons(several);
    if (named != null) {
      return government(named);
    }
    String best = discourse.focus(several::contains);
    if (best == null) {
      return null;
    }
    double least = discourse.weight(best) / CLEARLY_MORE;
    boolean clear = fitting.stream().allMatch(c -> c.equals(best) || discourse.weight(c) <= least);
    return clear ? government(best) : null;
  }

  private List<String> fitting(Set<String> wanted, Discourse discourse) {
    return discourse.countries().keySet().stream()
        .filter(c -> kinds.getOrDefault(c, Set.of()).containsAll(wanted))
        .filter(this::isCountry)
        .sorted()
        .toList();
  }

  /** Sectors of a body that no list has, by the words of its name; of citizens where none tells. */
  List<String> sectorsOf(String bodyName) {
    List<String> found = List.of("NGO");
    for (String word : bodyName.toLowerCase(Locale.ROOT).split("[ -]")) {
      found = bodies.getOrDefault(word, found);
    }
    return found;
  }

  /** Beginning of the ids of the bodies that a noun can refer back to, or empty. */
  static String bodyKind(String noun) {
    return switch (noun) {
      case "alliance",
          "bloc",
          "organisation",
          "organization",
          "union",
          "agency",
          "watchdog",
          "charity",
          "council",
          "commission",
          "court",
          "mission",
          "aid agency",
          "aid group" ->
          "org:";
      case "group",
          "movement",
          "militia",
          "rebels",
          "guerrillas",
          "insurgents",
          "militants",
          "fighters",
          "faction",
          "armed group",
          "front" ->
          "group:";
      case "party" -> "party:";
      default -> "";
    };
  }
}
