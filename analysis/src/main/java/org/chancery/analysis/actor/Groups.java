package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for several parties named before ("the two ministers", "both sides", "the
 * trio"): plurals, counts and adjectives of {@code lexicon/references.tsv}.
 */
final class Groups implements Reference {
  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight");

  private static final Set<String> ARMED = Set.of("armies", "militaries", "navies");

  private final States states;
  private final CountrySets sets;
  private final GroupPersons groupPersons;
  private final Warring warring;
  private final Map<String, String> plurals = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> adjectives = new HashMap<>();
  private final Map<String, String> one = new HashMap<>();
  private final Pattern several;

  Groups(
      Codebook codebook, States states, CountryNames names, Trades trades, OfficeHolders offices) {
    this.states = states;
    sets = new CountrySets(codebook, names);
    warring = new Warring(states);
    groupPersons = new GroupPersons(states, offices, trades, adjectives);
    for (Row row : codebook.table("lexicon/references.tsv")) {
      String word = row.get("word");
      switch (row.get("kind")) {
        case "many" -> plurals.put(word, row.get("value"));
        case "count" -> counts.put(word, Integer.parseInt(row.get("value")));
        case "description" -> adjectives.put(word, row.get("value"));
        default -> {}
      }
    }
    Set<String> pasts =
        codebook.table("lexicon/irregular.tsv").stream()
            .map(row -> row.get("past"))
            .collect(Collectors.toSet());
    Set<String> singles = new HashSet<>();
    for (String plural : plurals.keySet()) {
      String single = single(plural);
      singles.add(single);
      one.put(single, plural);
    }
    String sides =
        Alternation.of(
            plurals.keySet().stream()
                .filter(word -> plurals.getOrDefault(word, "").matches("side|any"))
                .toList());
    several =
        Pattern.compile(
            "\\b(?=[TtBbAaNnEe])(?:\\b(?:(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]heir|[Bb]oth|[Aa]ll)(?: other)? (?<n>"
                + String.join("|", NUMBERS)
                + ")|(?<both>[Bb]oth)(?: of the)?)(?: (?!and\\b|to\\b|in\\b)(?<adj>(?i:(?:north|south|central|latin|west|east|south-?east) )?[\\p{L}-]+))??"
                + " (?<noun>(?i:"
                + Alternation.of(plurals.keySet())
                + "))\\b|[Tt]he (?:\\p{Ll}+ )?(?<pair>neighbours|neighbors)\\b|(?<=[Bb]etween )the"
                + " (?<pair2>foreign ministers|presidents|prime"
                + " ministers|ministers|leaders)\\b|\\b[Tt]he"
                + " (?:warring|rival|opposing|feuding|quarrelling|quarreling|negotiating) (?<pair3>"
                + sides
                + ")\\b|\\b[Tt]he"
                + " (?<pair4>sides|foes|adversaries|belligerents|antagonists|rivals)\\b|\\b(?:[Nn]either"
                + " (?:of the (?:two )?)?(?<neither>"
                + Alternation.of(singles)
                + "|"
                + Alternation.of(plurals.keySet())
                + ")|(?:[Ee]ither|[Ee]ach) (?<each>side))\\b|\\b[Tt]heir"
                + " (?<pair6>countries|nations|governments|capitals|states)\\b|\\b[Tt]he"
                + " (?:former|old|longtime|long-time|one-time|onetime|erstwhile|treaty|bitter|coalition|nuclear-armed|estranged|unlikely)"
                + " (?<pair5>"
                + Alternation.of(
                    plurals.keySet().stream()
                        .filter(
                            word ->
                                plurals.getOrDefault(word, "").matches("any|person")
                                    || word.equals("allies"))
                        .toList())
                + ")\\b|\\b(?<some>[Tt]he (?:"
                + Alternation.of(counts.keySet())
                + "))\\b(?! of\\b| from\\b)|\\b(?<bare>(?:[Tt]he|[Aa]ll) (?<all>"
                + String.join("|", NUMBERS)
                + ")|[Bb]oth|Neither)\\b(?="
                + " (?:\\p{Ll}+ed|also|then|all|both|now|each|later|jointly|will|would|were|are|have|had|must|may|can|could|"
                + Alternation.of(pasts)
                + ")\\b))|(?<=\\b(?:between|with|for|by|of|to|told|warned|urged|asked|met|invited|received|pressed|thanked)"
                + " )(?:the (?<them>two|three|four)|both)\\b(?=[.,;:!?)]|$|"
                + " (?:to|against|that|not|on|in|at|since|but)\\b)");
  }

  /** The singular of a plural: "neither side", "neither man". */
  private static String single(String plural) {
    return plural.endsWith("men")
        ? plural.substring(0, plural.length() - 2) + "an"
        : plural.endsWith("ies")
            ? plural.substring(0, plural.length() - 3) + "y"
            : plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  @Override
  public boolean isTentative(String words) {
    return words.indexOf(' ') < 0 || words.startsWith("their "); // "both"
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    return Reference.all(several, text, sentence);
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    Matcher matcher = several.matcher(text).region(span.begin(), span.end());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return null;
    }
    int n = 2;
    String noun = matcher.group("noun");
    for (String pair :
        List.of("pair", "pair2", "pair3", "pair4", "pair5", "pair6", "neither", "each")) {
      noun = noun == null ? matcher.group(pair) : noun;
    }
    noun = noun == null || plurals.containsKey(noun) ? noun : noun.toLowerCase(Locale.ROOT);
    noun = noun == null ? null : one.getOrDefault(noun, noun);

    String some = matcher.group("some");
    String number = matcher.group("n");
    if (number != null) {
      n = NUMBERS.indexOf(number) + 2;
    } else if (some != null) {
      n = counts.getOrDefault(some.substring(4), 2);
      noun = some.substring(some.lastIndexOf(' ') + 1); // "the two women"
    }
    String all = matcher.group("all") == null ? matcher.group("them") : matcher.group("all");
    if (all != null) {
      n = NUMBERS.indexOf(all) + 2;
    }
    String given = matcher.group("adj");
    String adjective = given == null ? "" : given.toLowerCase(Locale.ROOT);
    String sort =
        noun == null || matcher.group("pair5") != null
            ? matcher.group().startsWith("coalition", 4) ? "side" : "any"
            : plurals.getOrDefault(noun, "any");
    boolean ofStates = noun != null && plurals.getOrDefault(noun, "").startsWith("country");
    List<String> words = ofStates ? List.of(adjective, noun, adjective + " " + noun) : List.of();
    boolean listed = ofStates || sort.equals("side") || sort.equals("any");
    List<Actor> members =
        listed
            ? sets.told(n, text, span.end(), words, discourse).stream()
                .map(states::government)
                .toList()
            : List.of();
    members = members.isEmpty() ? members(n, sort, adjective, discourse, day) : members;
    if (noun != null && ARMED.contains(noun)) {
      members = members.stream().map(m -> army(m.country())).toList();
    }
    return members.size() == n ? Actor.group(members) : null;
  }

  private static Actor army(@Nullable String country) {
    return Resolution.party(country, List.of("MIL"), "armed forces");
  }

  private List<Actor> members(
      int n, String sort, String adjective, Discourse discourse, String day) {
    if (sort.startsWith("country")) {
      String tag = sort.indexOf(':') < 0 ? adjectives.getOrDefault(adjective, "") : "";
      List<Actor> told = tag.isEmpty() ? List.of() : countries(n, tag, discourse);
      return told.size() == n
          ? told
          : countries(n, sort.substring(sort.indexOf(':') + 1), discourse);
    }
    if (sort.equals("neighbour")) {
      return neighbours(n, discourse);
    }
    if (sort.equals("side")) {
      List<Actor> parties =
          discourse
              .together()
              .parties(n, 2, s -> !s.isPerson() && s.actor().sectors().contains("PTY"));
      parties = parties.size() == n ? parties : warring.sides(n, discourse);
      return parties.size() == n
          ? parties
          : groupPersons.persons(n, "person", adjective, discourse);
    }
    if (sort.equals("group")) {
      List<Actor> groups =
          discourse
              .together()
              .parties(n, 2, s -> !s.isPerson() && s.actor().id().matches("(?:group|body|org):.*"));
      return groups.size() == n ? groups : warring.sides(n, discourse);
    }
    if (sort.startsWith("person")) {
      List<Actor> unnamed = groupPersons.unnamed(n, sort, discourse);
      List<Actor> found =
          unnamed.size() == n ? unnamed : groupPersons.persons(n, sort, adjective, discourse);
      found = found.size() == n ? found : groupPersons.withHost(n, sort, discourse, day);
      return found.size() == n || !sort.endsWith("minister")
          ? found
          : groupPersons.ofCountries(n, discourse);
    }
    List<Actor> near =
        discourse
            .together()
            .parties(n, 1, s -> !s.isPerson() && states.isCountry(s.actor().country()));
    List<Actor> people = groupPersons.unnamed(n, "person", discourse);
    people = people.size() == n ? people : groupPersons.persons(n, "person", adjective, discourse);
    boolean parties = discourse.together().nearer(near, people);
    if (parties
        && discourse.last(s -> s.actor().id().startsWith("group:") && discourse.isNear(s))
            != null) {
      return warring.sides(n, discourse);
    }
    return parties || people.size() < n ? countries(n, "", discourse) : people;
  }

  /** Countries, of a kind if one is given ("the two kingdoms"). */
  private List<Actor> countries(int n, String kind, Discourse discourse) {
    boolean any = kind.isEmpty() || kind.equals("country");
    return discourse
        .together()
        .mostSaid(
            n,
            2,
            said -> {
              String code = country(said);
              return code != null && (any || states.kinds(code).contains(kind)) ? code : null;
            })
        .stream()
        .map(states::government)
        .toList();
  }

  /**
   * Two countries with a common border, the last ones spoken of or passed through; where a sentence
   * has but one, it and the country that the report is about.
   */
  private List<Actor> neighbours(int n, Discourse discourse) {
    String focus = discourse.focus();
    for (int back = 0; n == 2 && back <= 3; back++) {
      LinkedHashSet<String> said =
          new LinkedHashSet<>(
              discourse
                  .together()
                  .saidIn(back, s -> discourse.actsOnReference(s) ? null : country(s)));
      said.addAll(discourse.passedIn(back));
      List<String> near = List.copyOf(said);
      for (int i = near.size() - 1; i > 0; i--) {
        for (int j = i - 1; j >= 0; j--) {
          if (states.border(near.get(i), near.get(j))) {
            return List.of(states.government(near.get(j)), states.government(near.get(i)));
          }
        }
      }
      if (focus != null && near.size() == 1 && states.border(near.get(0), focus)) {
        return List.of(states.government(focus), states.government(near.get(0)));
      }
    }
    return countries(n, "", discourse);
  }

  private @Nullable String country(Discourse.Said said) {
    return country(said, states);
  }

  /** The code of the country that a mention is of, or null. */
  static @Nullable String country(Discourse.Said said, States states) {
    return states.isCountry(said.actor().country()) ? said.actor().country() : null;
  }
}
