package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
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

  private static final List<String> UNIONS = List.of("IGO", "EUR");

  private static final Pattern OTHER_SCRIPT =
      Pattern.compile(
          " \\(([\\p{IsCyrillic}\\p{IsArabic}\\p{IsHan}\\p{IsHebrew}\\p{IsGreek}\\p{IsHangul}\\p{IsGeorgian}\\p{IsArmenian}][^()]{1,60})\\)");
  private final UnknownNames unknown;
  private final OfficeHolders offices;
  private final States states;
  private final Bodies bodies;
  private final Trades trades;
  private final TitledNames titles;
  private final List<Reference> references;
  private final Parties parties;
  private final Sounds sounds;
  private final Genders genders;
  private final Endings endings;
  private final Locality locality;
  private final OtherNames others;
  private final RoleWords roles;

  /** Uses the lists of actors and the holders of offices. */
  public ActorResolver(Codebook codebook, OfficeHolders offices) {
    this.offices = offices;
    states = new States(codebook);
    bodies = new Bodies(codebook);
    trades = new Trades(codebook);
    CountryNames countries = new CountryNames(codebook);
    titles = new TitledNames(codebook, offices);
    references =
        List.of(
            new SeveralOffices(codebook, offices, states, countries),
            new Groups(codebook, states, countries, trades, offices),
            new Relatives(codebook, offices),
            new Hosts(offices, states),
            new Descriptions(codebook, states),
            new TakenUp(codebook, states, bodies),
            new Pointers());
    parties = new Parties(codebook);
    unknown = new UnknownNames(codebook);
    sounds = new Sounds(unknown, offices);
    genders = new Genders(codebook);
    endings = new Endings(codebook);
    locality = new Locality(codebook);
    others = new OtherNames(unknown, genders);
    roles = new RoleWords(codebook);
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.NAMES, Layers.LOADED, Layers.TERMS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.ACTORS);
  }

  /** Something to resolve in its place: a chunk, a reference, or (both null) a pronoun. */
  private record Item(
      Span span,
      @org.jspecify.annotations.Nullable Chunk chunk,
      @org.jspecify.annotations.Nullable Reference reference) {}

  @Override
  public Analysis apply(Analysis analysis) {
    return analysis.with(Layer.ACTORS, PlainReading.of(analysis, this::mentions));
  }

  private List<ActorMention> mentions(Analysis analysis) {
    String text = analysis.text();
    List<Phrases.Hit<Name>> names = analysis.get(Layers.NAMES);
    List<Phrases.Hit<Term>> terms = analysis.get(Layers.TERMS);
    Discourse discourse =
        new Discourse(text, Weights.of(others.whole(text, names, terms)), union(names), genders);
    Resolution resolution =
        new Resolution(
            analysis.document(),
            offices,
            parties,
            states,
            bodies,
            trades,
            titles,
            endings,
            locality,
            discourse);
    Abbreviations abbreviations = new Abbreviations(text, names, bodies, parties, discourse);
    Set<String> surnames = unknown.surnames(text, names);
    List<ActorMention> mentions = new ArrayList<>();
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      List<Part> parts = new ArrayList<>(abbreviations.parts(text, sentence));
      for (Phrases.Hit<Name> hit : sentence.among(names, Phrases.Hit::span)) {
        boolean free = parts.stream().noneMatch(p -> p.span().overlaps(hit.span()));
        if (free && !others.has(text, hit, names, terms, discourse)) {
          parts.add(Part.of(hit));
        }
      }
      roles.add(text, sentence.among(terms, Phrases.Hit::span), parts);
      unknown.add(text, sentence, parts);
      unknown.addSurnames(text, sentence, surnames, parts);
      titles.add(text, sentence, discourse.countries().keySet(), resolution.day(), parts);
      parts.sort(Comparator.comparing(Part::span));
      List<Chunk> chunks = Chunk.join(text, sentence, parts);
      for (Item item : inOrder(text, sentence, items(text, sentence, chunks))) {
        ActorMention mention = mention(text, item, chunks, resolution, discourse);
        if (mention != null) {
          mention = ofWhom(text, mention, mentions, item, resolution);
          mentions.add(mention);
          discourse.add(mention, office(item));
          ActorMention other = otherScript(text, mention, resolution);
          if (other != null) {
            mentions.add(other);
          }
        } else if (item.chunk() != null) {
          String passed = resolution.place(item.chunk());
          if (passed != null) {
            discourse.pass(passed, item.chunk().country() == null);
          }
        }
      }
      discourse.nextSentence();
    }
    mentions.sort(Comparator.comparing(ActorMention::span));
    return mentions;
  }

  private @org.jspecify.annotations.Nullable ActorMention mention(
      String text, Item item, List<Chunk> chunks, Resolution resolution, Discourse discourse) {
    Chunk chunk = item.chunk();
    discourse.refer(item.span().begin());
    if (chunk != null) {
      int at = chunks.indexOf(chunk);
      return resolution.resolve(chunk, chunks.subList(at + 1, chunks.size()));
    }
    Reference reference = item.reference();
    org.chancery.core.Actor actor =
        reference == null
            ? null
            : reference.resolve(text, item.span(), discourse, resolution.day());
    Matcher pronoun = Pronouns.PRONOUN.matcher(text).region(item.span().begin(), item.span().end());
    if (actor == null && pronoun.lookingAt()) { // a relative whom no list has: "his" alone
      Discourse.Said said = Pronouns.antecedent(text, item.span(), discourse);
      return said == null
          ? null
          : resolution.make(
              new Span(pronoun.start(), pronoun.end()),
              ActorMention.Form.PRONOUN,
              said.actor(),
              said.mention().id(),
              "pronoun",
              0.6);
    }
    if (actor == null && reference != null && reference.isTentative(item.span().of(text))) {
      return null;
    }
    return resolution.make(
        item.span(), ActorMention.Form.NOMINAL, actor, null, "parties-said-before", 0.7);
  }

  /**
   * "The president's wife", "the South's president" are one mention each: the office or the state
   * alone, just made, is not who is meant.
   */
  private static ActorMention ofWhom(
      String text,
      ActorMention mention,
      List<ActorMention> mentions,
      Item item,
      Resolution resolution) {
    ActorMention last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    org.chancery.core.Actor actor = mention.actor();
    boolean relative =
        item.reference() instanceof Relatives
            && last != null
            && last.form() == ActorMention.Form.OFFICE;
    org.chancery.core.Actor owner = last == null ? null : last.actor();
    boolean office = // "the South's president", "the movement's leader", "Mr Sow's spokesman"
        mention.form() == ActorMention.Form.OFFICE
            && last != null
            && owner != null
            && owner.members().isEmpty()
            && !owner.equals(actor)
            && ((last.form() == ActorMention.Form.NOMINAL && owner.sectors().equals(List.of("GOV")))
                || (actor != null && actor.office() != null));
    if (last == null
        || actor == null
        || (!relative && !office)
        || !Owners.isPossessive(text, last.span().end(), mention.span().begin())) {
      return mention;
    }
    mentions.remove(last);
    Span whole = last.span().union(mention.span());
    return resolution.make(
        whole, mention.form(), actor, null, "of-whom-said-before", mention.confidence());
  }

  /** Chunks, groups, descriptions and pronouns of a sentence in their order, none overlapping. */
  private List<Item> items(String text, Span sentence, List<Chunk> chunks) {
    List<Item> items = new ArrayList<>();
    for (Reference reference : references) {
      for (Span span : reference.find(text, sentence)) {
        boolean named =
            chunks.stream()
                .anyMatch(
                    c -> c.span().overlaps(span) && (c.country() != null || c.person() != null));
        if ((!named || reference.isNamed())
            && items.stream().noneMatch(i -> i.span().overlaps(span))) {
          items.add(new Item(span, null, reference));
        }
      }
    }
    List<Span> taken = items.stream().map(Item::span).toList();
    for (Chunk chunk : chunks) {
      if (taken.stream().noneMatch(s -> s.overlaps(chunk.span()))) {
        items.add(new Item(chunk.span(), chunk, null));
      }
    }
    Matcher matcher = Pronouns.PRONOUN.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (items.stream().noneMatch(i -> i.span().overlaps(span))) {
        items.add(new Item(span, null, null));
      }
    }
    for (Span span : sounds.find(text, sentence)) {
      if (items.stream().noneMatch(i -> i.span().overlaps(span))) {
        items.add(new Item(span, null, sounds));
      }
    }
    items.sort(Comparator.comparing(Item::span));
    return items;
  }

  /** The items, those last that stand before whom they mean: "In her speech Ms Sow said". */
  private static List<Item> inOrder(String text, Span sentence, List<Item> items) {
    List<Item> order = new ArrayList<>(items);
    for (Item item : items) {
      boolean pronoun = item.chunk() == null && item.reference() == null;
      if (pronoun && Pronouns.isAhead(text, sentence, item.span())) {
        order.remove(item);
        order.add(item);
      }
    }
    return order;
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

  /** The office that a chunk's role names, for counterparts of persons that no list has. */
  private static String office(Item item) {
    Chunk chunk = item.chunk();
    Part role = chunk == null ? null : chunk.role();
    Term term = role == null ? null : role.role();
    return term == null || term.kind() != Term.Kind.TITLE ? "" : term.detail();
  }

  /** The first organisation of states in a report, other than the United Nations and its bodies. */
  private static @org.jspecify.annotations.Nullable Name union(List<Phrases.Hit<Name>> names) {
    return names.stream()
        .map(hit -> hit.values().get(0))
        .filter(name -> name.kind() == Name.Kind.ORGANISATION && UNIONS.contains(name.country()))
        .findFirst()
        .orElse(null);
  }
}
