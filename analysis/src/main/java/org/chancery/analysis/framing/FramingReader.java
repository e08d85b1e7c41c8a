package org.chancery.analysis.framing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.analysis.attribution.Speakers;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Inflection;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Framing;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loaded expressions of {@code framing/terms.tsv} and whose words they are. A term that
 * several disputes know is of the one whose parties the report speaks of most.
 */
public final class FramingReader implements Stage {
  private static final String GENERAL = "general";
  private final Phrases<Row> terms;
  private final Phrases<Row> neutral;
  private final Map<String, Set<String>> countries = new HashMap<>();

  /** Takes the terms of the codebook, singular and plural. */
  public FramingReader(Codebook codebook) {
    Inflection inflection = new Inflection(codebook);
    Map<String, List<Row>> all = new HashMap<>();
    for (Row row : codebook.table("framing/terms.tsv")) {
      String term = row.get("term");
      Set<String> forms = new HashSet<>(Set.of(term));
      if (Set.of("party", "person").contains(row.get("kind"))) {
        forms.addAll(inflection.noun(term));
      }
      forms.forEach(form -> all.computeIfAbsent(form, k -> new ArrayList<>(1)).add(row));
      Set<String> parties = countries.computeIfAbsent(row.get("conflict"), k -> new HashSet<>());
      for (String code : List.of(row.get("side"), row.get("referent"))) {
        if (code.matches("[A-Z]{3}( .*)?")) {
          parties.add(code.substring(0, 3));
        }
      }
    }
    terms = new Phrases<>(all, true);
    Map<String, List<Row>> others = new HashMap<>();
    codebook
        .table("framing/neutral.tsv")
        .forEach(row -> others.put(row.get("phrase"), List.of(row)));
    neutral = new Phrases<>(others, true);
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(
        Layer.SENTENCES, Layer.ACTORS, Layer.PLACES, Layer.EVENT_MENTIONS, Layer.ATTRIBUTIONS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.FRAMINGS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Framing> framings = new ArrayList<>();
    Map<String, Integer> spoken = null;
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      for (Phrases.Hit<Row> hit :
          terms.longest(analysis.text(), sentence.begin(), sentence.end())) {
        spoken = spoken == null ? spoken(analysis) : spoken;
        Row term = term(analysis, hit, spoken);
        boolean other =
            neutral.all(analysis.text(), sentence.begin(), sentence.end()).stream()
                .anyMatch(n -> n.span().overlaps(hit.span()));
        if (term != null && !other && !name(analysis, sentence, hit.span(), term)) {
          framings.add(framing(analysis, sentence, hit.span(), term));
        }
      }
    }
    return analysis.with(Layer.FRAMINGS, framings);
  }

  /** How often the report names each country, as a party or a place. */
  private static Map<String, Integer> spoken(Analysis analysis) {
    Map<String, Integer> spoken = new HashMap<>();
    for (ActorMention mention : analysis.get(Layer.ACTORS)) {
      String country = mention.actor() == null ? null : mention.actor().country();
      if (country != null) {
        spoken.merge(country, 1, Integer::sum);
      }
    }
    for (PlaceMention place : analysis.get(Layer.PLACES)) {
      if (place.country() != null) {
        spoken.merge(Objects.requireNonNull(place.country()), 1, Integer::sum);
      }
    }
    return spoken;
  }

  private @Nullable Row term(Analysis analysis, Phrases.Hit<Row> hit, Map<String, Integer> spoken) {
    Row best = null;
    int most = -1;
    for (Row row : hit.values()) {
      int score = 0;
      for (String country : countries.getOrDefault(row.get("conflict"), Set.of())) {
        score += spoken.getOrDefault(country, 0);
      }
      boolean own = row.get("conflict").equals(GENERAL);
      // a term of one dispute alone needs no other sign of it; one that is a name must be written
      // so
      if ((own || score > 0 || hit.values().size() == 1)
          && score > most
          && written(analysis, hit, row)) {
        most = score;
        best = row;
      }
    }
    return best;
  }

  /** A term with a capital letter is found in capitals only. */
  private static boolean written(Analysis analysis, Phrases.Hit<Row> hit, Row row) {
    String own = hit.span().of(analysis.text());
    String term = row.get("term");
    boolean capital = Character.isUpperCase(term.charAt(0));
    return !capital || Character.isUpperCase(own.charAt(0));
  }

  /** Capitals in mid-sentence on a word that the list has small: a name ("The Traitors"). */
  private static boolean name(Analysis analysis, Span sentence, Span span, Row term) {
    boolean small = Character.isLowerCase(term.get("term").charAt(0));
    boolean capital = Character.isUpperCase(analysis.text().charAt(span.begin()));
    boolean headline =
        sentence.of(analysis.text()).chars().filter(Character::isUpperCase).count()
            > sentence.length() / 2;
    return small && capital && !headline && span.begin() > sentence.begin() + 1;
  }

  private static Framing framing(Analysis analysis, Span sentence, Span span, Row term) {
    return new Framing(
        Ids.of("framing", analysis.document().id(), span.begin(), span.end()),
        span,
        span.of(analysis.text()),
        term.get("conflict") + "/" + term.get("side") + "/" + term.get("term"),
        referent(analysis, sentence, span, term),
        Speakers.of(analysis, span));
  }

  /** The party that the words stand for, else the type of event, else the party of the list. */
  private static @Nullable String referent(Analysis analysis, Span sentence, Span span, Row term) {
    if (!Set.of("party", "person", "place").contains(term.get("kind"))) {
      String listed = term.get("referent");
      return sentence.among(analysis.get(Layer.EVENT_MENTIONS), EventMention::sentence).stream()
          .filter(e -> e.trigger().span().overlaps(span))
          .map(EventMention::type)
          .findFirst()
          .orElse(listed.isEmpty() ? null : listed);
    }
    return sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
        .filter(m -> m.span().overlaps(span) && m.actor() != null)
        .map(ActorMention::id)
        .findFirst()
        .orElse(null);
  }
}
