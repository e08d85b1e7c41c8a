package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Who says what: the encoder tags cues, and for each what its source and content are; quotation
 * marks correct the content and carry it over sentences ({@link RunningQuotations}).
 */
public final class Attributor implements Stage {
  private static final int LEAST_CONTENT = 2;

  /** Chosen on {@code polnear-train}. */
  private static final double LEAST_CUE = 0.65;

  /** Stances of cues that are speech, not thought or praise. */
  private static final Set<String> SPEECH =
      Set.of("states", "claims", "admits", "denies", "warns", "blames", "names", "counts");

  private static final Pattern PRONOUN =
      Pattern.compile("(?i)I|we|you|he|she|they|it|who|that|which|people|some|many|others|one");

  private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u2018\u00ab]");

  /** The id of a country as a party. */
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}(?:-[A-Z]{3})? GOV");

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, EncoderStage.ENCODED, Layers.TERMS, Layer.ACTORS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.ATTRIBUTIONS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Quotations.Quotation> quotations = Quotations.of(analysis.text());
    List<Said> said = new ArrayList<>();
    for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
      List<Quotations.Quotation> inside =
          quotations.stream().filter(q -> q.span().overlaps(sentence.span())).toList();
      List<Said> here = new ArrayList<>();
      for (Span cue : cues(analysis, sentence)) {
        Said one = said(analysis.text(), sentence, cue, inside);
        if (one != null
            && !namesThePlace(analysis, one)
            && here.stream().noneMatch(other -> other.repeats(one))) {
          here.add(one);
        }
      }
      said.addAll(SeveralCues.apart(analysis.text(), here, inside));
    }
    OwnCues.add(analysis, said, quotations);
    said.addAll(QuotationTags.found(analysis, said, quotations));
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      Numbers.add(analysis, sentence, said);
    }
    List<Said> whole = RunningQuotations.joined(analysis, said, quotations);
    List<Said> all = List.copyOf(whole);
    whole.removeIf(one -> inOwnWords(analysis, one, all, quotations));
    whole.replaceAll(one -> Sources.near(analysis, one));
    List<Said> others = List.copyOf(whole);
    whole.replaceAll(one -> ContentPieces.fromBeginning(analysis, one, others, quotations));
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      Namings.add(analysis, sentence, whole, quotations);
    }
    return analysis.with(Layer.ATTRIBUTIONS, attributions(analysis, whole, quotations));
  }

  /**
   * The cues that the encoder tags, and verbs that give something a name ("called the rounds tools
   * of murder") where a loaded word follows.
   */
  private static List<Span> cues(Analysis analysis, EncoderStage.Sentence sentence) {
    List<Span> cues = new ArrayList<>();
    for (Encoded.Tagged cue : sentence.encoded().cues()) {
      if (cue.probability() >= LEAST_CUE) {
        cues.add(cue.span());
      }
    }
    Span loaded = null;
    List<Phrases.Hit<Term>> hits =
        sentence.span().among(analysis.get(Layers.TERMS), Phrases.Hit::span);
    for (Phrases.Hit<Term> hit : hits) {
      for (Term term : hit.values()) {
        loaded = term.kind() == Term.Kind.LOADED ? hit.span() : loaded;
      }
    }
    for (Phrases.Hit<Term> hit : hits) {
      boolean names =
          Cues.is(hit, Cues.NAMES) && loaded != null && loaded.begin() >= hit.span().end();
      if (names && cues.stream().noneMatch(cue -> cue.overlaps(hit.span()))) {
        cues.add(hit.span());
      }
    }
    return cues;
  }

  /**
   * Within what somebody says, only speech of another known party is an attribution of its own: "I
   * think" and "voters want" there are the speaker's words.
   */
  private static boolean inOwnWords(
      Analysis analysis, Said one, List<Said> all, List<Quotations.Quotation> quotations) {
    if (quotations.stream().anyMatch(q -> q.span().contains(one.cue()))) {
      return !isSpeech(analysis, one.cue()) || !isKnown(analysis, one.source());
    }
    if (GivenNumbers.isNumber(analysis.text(), one)) {
      return false;
    }
    boolean inside =
        all.stream()
            .anyMatch(
                other ->
                    !other.equals(one)
                        && other.length() > one.length()
                        && other.content().stream().anyMatch(c -> c.contains(one.cue())));
    boolean named =
        one.source().stream().anyMatch(s -> !PRONOUN.matcher(s.of(analysis.text())).matches());
    return inside && (!isSpeech(analysis, one.cue()) || !named);
  }

  /** "Taiwan: nine dead": a country before the colon of a headline says where, not who says so. */
  private static boolean namesThePlace(Analysis analysis, Said one) {
    return one.cue().of(analysis.text()).equals(":")
        && one.content().stream().noneMatch(c -> QUOTE.matcher(c.of(analysis.text())).find())
        && one.source().stream()
            .flatMap(s -> s.among(analysis.get(Layer.ACTORS), ActorMention::span).stream())
            .anyMatch(
                m ->
                    one.source().stream().anyMatch(s -> s.equals(m.span()))
                        && m.actor() != null
                        && COUNTRY.matcher(m.actor().id()).matches());
  }

  /** Whether a cue is one of speech. */
  static boolean isSpeech(Analysis analysis, Span cue) {
    return cue.among(analysis.get(Layers.TERMS), Phrases.Hit::span).stream()
        .anyMatch(hit -> Cues.is(hit, SPEECH));
  }

  private static boolean isKnown(Analysis analysis, List<Span> source) {
    return source.stream()
        .anyMatch(
            span ->
                span.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
                    .anyMatch(m -> m.actor() != null && m.form() != ActorMention.Form.PRONOUN));
  }

  private static @Nullable Said said(
      String text,
      EncoderStage.Sentence sentence,
      Span cue,
      List<Quotations.Quotation> quotations) {
    List<Span> source = new ArrayList<>();
    List<Span> content = new ArrayList<>();
    for (Encoded.Tagged part : sentence.encoded().parts(cue)) {
      (part.label().equals("s") ? source : content).add(part.span());
    }
    source = Sources.outside(source, cue, content, quotations);
    List<Span> around = new ArrayList<>(source);
    around.add(cue);
    List<Span> pieces =
        Contents.closed(
            text,
            cue,
            Contents.tidy(text, sentence.span(), content, around, quotations),
            quotations);
    pieces = ContentPieces.aroundCue(text, cue, pieces);
    pieces = ContentPieces.withoutScraps(text, cue, source, pieces, quotations);
    List<Span> words = TagContents.own(text, cue, pieces, quotations);
    if (words.isEmpty() || words.stream().mapToInt(Span::length).sum() < LEAST_CONTENT) {
      return null;
    }
    List<Span> speaker = Contents.source(text, source, cue);
    if (speaker.isEmpty()) {
      speaker = Contents.tagged(text, words, cue);
    }
    return new Said(Contents.words(text, cue), speaker, words, sentence.span());
  }

  private static List<Attribution> attributions(
      Analysis analysis, List<Said> said, List<Quotations.Quotation> quotations) {
    List<Attribution> attributions = new ArrayList<>();
    for (Said one : said) {
      attributions.add(
          new Attribution(
              id(analysis, one),
              speaker(analysis, one.source()),
              List.of(one.cue()),
              one.content(),
              Contents.form(one.content(), quotations),
              parent(analysis, one, said)));
    }
    return attributions;
  }

  private static String id(Analysis analysis, Said said) {
    return Ids.of("attribution", analysis.document().id(), said.cue().begin(), said.cue().end());
  }

  /** The attribution with the shortest content that holds this one's cue. */
  private static @Nullable String parent(Analysis analysis, Said said, List<Said> all) {
    return all.stream()
        .filter(other -> !other.equals(said))
        .filter(other -> other.content().stream().anyMatch(c -> c.contains(said.cue())))
        .filter(other -> said.content().stream().noneMatch(c -> c.contains(other.cue())))
        .min(Comparator.comparingInt(other -> other.length()))
        .map(other -> id(analysis, other))
        .orElse(null);
  }

  private static Attribution.@Nullable Source speaker(Analysis analysis, List<Span> spans) {
    if (spans.isEmpty()) {
      return null;
    }
    Span first = spans.get(0);
    List<String> texts = spans.stream().map(s -> s.of(analysis.text())).toList();
    // a title before a name and the name are two mentions; the last of the head says who it is
    ActorMention best = null;
    for (ActorMention mention : first.among(analysis.get(Layer.ACTORS), ActorMention::span)) {
      if (first.contains(mention.span()) && (best == null || better(mention, best))) {
        best = mention;
      }
    }
    return new Attribution.Source(spans, String.join(" ", texts), best == null ? null : best.id());
  }

  private static boolean better(ActorMention mention, ActorMention best) {
    boolean resolved = mention.actor() != null;
    if (resolved != (best.actor() != null)) {
      return resolved;
    }
    return mention.span().length() > best.span().length()
        && mention.span().begin() <= best.span().end();
  }
}
