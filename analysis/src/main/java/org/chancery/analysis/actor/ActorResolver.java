package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;

/**
 * Finds mentions of parties and says who they are on the day of the report: country, role and name
 * that stand side by side make one mention; offices resolve by date; surnames, pronouns, groups,
 * descriptions and counterparts by what came before.
 */
public final class ActorResolver implements Stage {
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile(
          "\\b\\p{Lu}[\\p{L}\\p{M}'\u2019-]+(?:\\s+(?:(?:al|el|bin|ibn|de|da|van|von|der|dos|del)[ -])?(?:\\p{Lu}\\.\\s+)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]+){1,3}");
  private static final Pattern NAME_GOES_ON = Pattern.compile(" \\p{Lu}\\p{Ll}+");
  private static final Pattern QUALIFIER =
      Pattern.compile(
          "[-\u2010\u2011](?:backed|based|sponsored|supported|funded|financed|trained|armed|born|made|built|brokered|mediated|occupied|allied|aligned|supplied|educated|led|controlled|held|administered|speaking)\\b");
  private static final Pattern CAPITAL =
      Pattern.compile("\\b(?:al-|el-)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]{2,}");
  private static final Pattern OTHER_SCRIPT =
      Pattern.compile(
          " \\(([\\p{IsCyrillic}\\p{IsArabic}\\p{IsHan}\\p{IsHebrew}\\p{IsGreek}\\p{IsHangul}\\p{IsGeorgian}\\p{IsArmenian}][^()]{1,60})\\)");
  private final Set<String> common = new HashSet<>();
  private final OfficeHolders offices;
  private final References references;
  private final Parties parties;
  private final Map<String, String> genders = new HashMap<>();

  /** Uses the lists of actors and the holders of offices. */
  public ActorResolver(Codebook codebook, OfficeHolders offices) {
    this.offices = offices;
    references = new References(codebook);
    parties = new Parties(codebook);
    for (Row row : codebook.table("places/ambiguous.tsv")) {
      if (row.get("note").equals("never")) {
        common.add(row.get("name"));
      }
    }
    codebook
        .table("lexicon/given-names.tsv")
        .forEach(row -> genders.put(row.get("name"), row.get("gender")));
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.NAMES, Layers.TERMS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.ACTORS);
  }

  /** Something to resolve in its place: a chunk, or (null) a pronoun or reference. */
  private record Item(Span span, @org.jspecify.annotations.Nullable Chunk chunk, boolean pronoun) {}

  @Override
  public Analysis apply(Analysis analysis) {
    String text = analysis.text();
    List<Phrases.Hit<Name>> names = analysis.get(Layers.NAMES);
    List<Phrases.Hit<Term>> terms = analysis.get(Layers.TERMS);
    Discourse discourse = new Discourse(countries(names), genders);
    Resolution resolution =
        new Resolution(analysis.document(), offices, parties, references, discourse);
    Abbreviations abbreviations = new Abbreviations(text, names, references, discourse);
    Set<String> surnames = surnames(text, names);
    List<ActorMention> mentions = new ArrayList<>();
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      List<Part> parts = new ArrayList<>(abbreviations.parts(text, sentence));
      for (Phrases.Hit<Name> hit : sentence.among(names, Phrases.Hit::span)) {
        boolean free = parts.stream().noneMatch(p -> p.span().overlaps(hit.span()));
        if (free && !onlyQualifies(text, hit.span().end()) && !otherPerson(text, hit, names)) {
          parts.add(Part.of(hit));
        }
      }
      addRoles(sentence.among(terms, Phrases.Hit::span), parts);
      addUnknownNames(text, sentence, parts);
      addSurnames(text, sentence, surnames, parts);
      parts.sort(Comparator.comparing(Part::span));
      List<Chunk> chunks = Chunk.join(text, sentence, parts);
      for (Item item : items(text, sentence, chunks)) {
        ActorMention mention = mention(text, item, chunks, resolution, discourse);
        if (mention != null) {
          mentions.add(mention);
          discourse.add(mention, office(item));
          ActorMention other = otherScript(text, mention, resolution);
          if (other != null) {
            mentions.add(other);
          }
        }
      }
      discourse.nextSentence();
    }
    mentions.sort(Comparator.comparing(ActorMention::span));
    return analysis.with(Layer.ACTORS, mentions);
  }

  private @org.jspecify.annotations.Nullable ActorMention mention(
      String text, Item item, List<Chunk> chunks, Resolution resolution, Discourse discourse) {
    Chunk chunk = item.chunk();
    if (chunk != null) {
      int at = chunks.indexOf(chunk);
      return resolution.resolve(chunk, at + 1 < chunks.size() ? chunks.get(at + 1) : null);
    }
    if (item.pronoun()) {
      Discourse.Said said = Pronouns.antecedent(item.span().of(text), discourse);
      return said == null
          ? null
          : resolution.make(
              item.span(),
              ActorMention.Form.PRONOUN,
              said.actor(),
              said.mention().id(),
              "pronoun",
              0.6);
    }
    return resolution.make(
        item.span(),
        ActorMention.Form.NOMINAL,
        references.resolve(text, item.span(), discourse),
        null,
        "parties-said-before",
        0.7);
  }

  /** Chunks, groups, descriptions and pronouns of a sentence in their order, none overlapping. */
  private List<Item> items(String text, Span sentence, List<Chunk> chunks) {
    List<Item> items = new ArrayList<>();
    List<Span> referring = references.find(text, sentence);
    for (Span span : referring) {
      boolean named =
          chunks.stream()
              .anyMatch(
                  c -> c.span().overlaps(span) && (c.country() != null || c.person() != null));
      if (!named && items.stream().noneMatch(i -> i.span().overlaps(span))) {
        items.add(new Item(span, null, false));
      }
    }
    List<Span> taken = items.stream().map(Item::span).toList();
    for (Chunk chunk : chunks) {
      if (taken.stream().noneMatch(s -> s.overlaps(chunk.span()))) {
        items.add(new Item(chunk.span(), chunk, false));
      }
    }
    Matcher matcher = Pronouns.PRONOUN.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (items.stream().noneMatch(i -> i.span().overlaps(span))) {
        items.add(new Item(span, null, true));
      }
    }
    items.sort(Comparator.comparing(Item::span));
    return items;
  }

  /** The same name in another script, in brackets behind it. */
  private static @org.jspecify.annotations.Nullable ActorMention otherScript(
      String text, ActorMention mention, Resolution resolution) {
    Matcher matcher = OTHER_SCRIPT.matcher(text).region(mention.span().end(), text.length());
    return mention.actor() != null && matcher.lookingAt()
        ? resolution.make(
            new Span(matcher.start(1), matcher.end(1)),
            ActorMention.Form.NAME,
            mention.actor(),
            mention.id(),
            "other-script",
            0.9)
        : null;
  }

  /** Keys of the last words of the persons that a report names in full. */
  private Set<String> surnames(String text, List<Phrases.Hit<Name>> names) {
    Set<String> keys = new HashSet<>();
    for (Phrases.Hit<Name> hit : names) {
      if (hit.values().get(0).kind() == Name.Kind.PERSON) {
        String name = hit.span().of(text);
        addSurname(name, keys);
        if (Discourse.isFamilyFirst(hit.values().get(0).country()) && name.indexOf(' ') > 0) {
          keys.add(PersonKeys.single(name.substring(0, name.indexOf(' '))));
        }
      }
    }
    keys.remove("");
    Matcher matcher = UNKNOWN_NAME.matcher(text);
    while (matcher.find()) {
      addSurname(matcher.group(), keys);
    }
    return keys;
  }

  private void addSurname(String name, Set<String> keys) {
    int last = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\n'));
    String word = name.substring(last + 1);
    if (last > 0 && !common.contains(word)) {
      keys.add(PersonKeys.single(word));
      int hyphen = word.lastIndexOf('-');
      if (hyphen > 0) {
        keys.add(PersonKeys.single(word.substring(hyphen + 1)));
      }
      keys.remove("");
    }
  }

  /** Single words with a capital that are the surname of somebody named in full in the report. */
  private void addSurnames(String text, Span sentence, Set<String> surnames, List<Part> parts) {
    Matcher matcher = CAPITAL.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      String word = matcher.group().replaceAll("['\u2019]s?$", "");
      Span span = new Span(matcher.start(), matcher.start() + word.length());
      if (surnames.contains(PersonKeys.single(word))
          && !common.contains(word)
          && parts.stream().noneMatch(part -> part.span().overlaps(span))) {
        parts.add(new Part(span, null, null));
      }
    }
  }

  /** The office that a chunk's role names, for counterparts of persons that no list has. */
  private static String office(Item item) {
    Chunk chunk = item.chunk();
    Part role = chunk == null ? null : chunk.role();
    Term term = role == null ? null : role.role();
    return term == null || term.kind() != Term.Kind.TITLE ? "" : term.detail();
  }

  /** How much each country weighs in a report: its names, one more for the first. */
  private static Map<String, Double> countries(List<Phrases.Hit<Name>> names) {
    Map<String, Double> countries = new LinkedHashMap<>();
    for (Phrases.Hit<Name> hit : names) {
      Name name = hit.values().get(0);
      String country = name.country();
      if (country != null) {
        boolean several = hit.values().size() > 1;
        double weight = name.kind() == Name.Kind.PLACE ? 0.4 : several ? 0.3 : 1;
        countries.merge(country, countries.isEmpty() ? weight + 1 : weight, Double::sum);
      }
    }
    return countries;
  }

  /** Whether a name is but the first half of "X-backed", "X-born": no party of its own. */
  private static boolean onlyQualifies(String text, int end) {
    return QUALIFIER.matcher(text).region(end, text.length()).lookingAt();
  }

  /** Whether a known surname is but a part of somebody else's name ("Hadi Barakat"). */
  private boolean otherPerson(String text, Phrases.Hit<Name> hit, List<Phrases.Hit<Name>> names) {
    boolean surname =
        hit.values().get(0).kind() == Name.Kind.PERSON && hit.span().of(text).indexOf(' ') < 0;
    if (!surname) {
      return false;
    }
    int begin = hit.span().begin();
    int space = begin < 2 ? -1 : text.lastIndexOf(' ', begin - 2);
    String before = begin < 2 ? "" : text.substring(space + 1, begin).strip();
    boolean given = genders.containsKey(before);
    boolean other =
        names.stream()
            .anyMatch(
                n ->
                    n.span().end() == begin - 1
                        && n.span().of(text).indexOf(' ') < 0
                        && n.values().get(0).kind() == Name.Kind.PERSON);
    return given
        || other
        || NAME_GOES_ON.matcher(text).region(hit.span().end(), text.length()).lookingAt();
  }

  /** Titles and agents, longest first, that no name covers. */
  private static void addRoles(List<Phrases.Hit<Term>> words, List<Part> parts) {
    List<Part> roles = new ArrayList<>();
    for (Phrases.Hit<Term> hit : words) {
      for (Term.Kind kind : List.of(Term.Kind.TITLE, Term.Kind.AGENT)) {
        hit.values().stream()
            .filter(t -> t.kind() == kind)
            .findFirst()
            .ifPresent(t -> roles.add(new Part(hit.span(), null, t)));
      }
    }
    roles.sort(Comparator.comparingInt(part -> -part.span().length()));
    for (Part role : roles) {
      if (parts.stream().noneMatch(part -> part.span().overlaps(role.span()))) {
        parts.add(role);
      }
    }
  }

  private void addUnknownNames(String text, Span sentence, List<Part> parts) {
    Matcher matcher = UNKNOWN_NAME.matcher(text).region(sentence.begin(), sentence.end());
    List<Part> unknown = new ArrayList<>();
    while (matcher.find()) {
      int from = matcher.start();
      int space = matcher.group().indexOf(' ');
      while (space > 0 && common.contains(text.substring(from, matcher.start() + space))) {
        from = matcher.start() + space + 1;
        space = matcher.group().indexOf(' ', space + 1);
      }
      Span span = new Span(from, matcher.end());
      for (Part part : parts) {
        if (part.span().overlaps(span) && part.span().begin() <= span.begin()) {
          int begin = part.span().end();
          while (begin < span.end() && !Character.isLetter(text.charAt(begin))) {
            begin++;
          }
          span = new Span(Math.min(begin, span.end()), span.end());
        }
      }
      Span free = span;
      boolean word = free.of(text).indexOf(' ') < 0; // one word alone is no name that is known
      if (free.length() > 2
          && !word
          && parts.stream().noneMatch(part -> part.span().overlaps(free))) {
        unknown.add(new Part(free, null, null));
      }
    }
    parts.addAll(unknown);
  }
}
