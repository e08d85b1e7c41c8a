package org.chancery.analysis.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Says which words name places and which places they are: {@link PlaceFinder} finds and weighs
 * them, {@link Disambiguator} chooses among namesakes. A name that no list has stays a place
 * without coordinates.
 */
public final class PlaceResolver implements Stage {
  private static final double SAME_NAME_IN_REPORT = 1.5;
  private static final double SURNAME_IN_REPORT = -2.5;
  private static final double SURE = 2;
  private final PlaceFinder finder;
  private final Places places;
  private final Map<String, Toponym> homes = new HashMap<>();

  /** Uses the lists under {@code places/} and the gazetteer. */
  public PlaceResolver(Codebook codebook, Gazetteer gazetteer) {
    places = new Places(codebook, gazetteer);
    finder = new PlaceFinder(places, new PlaceContext(codebook));
    for (Row row : codebook.table("places/publishers.tsv")) {
      Toponym home =
          places.named(row.get("place")).stream()
              .filter(p -> p.country().equals(row.get("country")))
              .filter(p -> row.get("region").isEmpty() || p.admin1().equals(row.get("region")))
              .findFirst()
              .orElseThrow(() -> row.fault("no such place in the gazetteer; check its spelling"));
      homes.put(row.get("publisher").toLowerCase(Locale.ROOT), home);
    }
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.NAMES, EncoderStage.ENCODED);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.PLACES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    Map<Span, Encoded> encoded = new HashMap<>();
    for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
      encoded.put(sentence.span(), sentence.encoded());
    }
    List<Phrases.Hit<Name>> names = analysis.get(Layers.NAMES);
    List<PlaceCandidate> found = new ArrayList<>();
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      int offset = found.size();
      finder
          .find(
              analysis.text(),
              sentence,
              sentence.among(names, Phrases.Hit::span),
              encoded.get(sentence))
          .forEach(c -> found.add(c.contained() < 0 ? c : c.within(c.contained() + offset)));
    }
    List<PlaceCandidate> accepted = accepted(found, surnames(analysis, encoded));
    List<@Nullable Toponym> chosen =
        Disambiguator.choose(accepted, new Disambiguator.Focus(countries(names), home(analysis)));
    List<PlaceMention> mentions = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      mentions.add(mention(analysis.document(), accepted.get(i), chosen.get(i)));
    }
    return analysis.with(Layer.PLACES, mentions);
  }

  /** Candidates that are likelier places than not, a name surely one elsewhere helping. */
  private static List<PlaceCandidate> accepted(List<PlaceCandidate> found, Set<String> surnames) {
    Set<String> sure = new HashSet<>();
    for (PlaceCandidate candidate : found) {
      if (candidate.score() >= SURE) {
        sure.add(Folding.key(candidate.text()));
      }
    }
    List<PlaceCandidate> accepted = new ArrayList<>();
    Map<Integer, Integer> moved = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      PlaceCandidate candidate = found.get(i);
      String key = Folding.key(candidate.text());
      double report =
          surnames.contains(key) ? SURNAME_IN_REPORT : sure.contains(key) ? SAME_NAME_IN_REPORT : 0;
      if (candidate.score() + report > 0) {
        moved.put(i, accepted.size());
        accepted.add(candidate);
      }
    }
    accepted.replaceAll(
        c -> c.contained() < 0 ? c : c.within(moved.getOrDefault(c.contained(), -1)));
    return accepted;
  }

  /** Last words of the persons of the report: who "Jackson" is after "Ann Jackson". */
  private Set<String> surnames(Analysis analysis, Map<Span, Encoded> encoded) {
    Set<String> surnames = new HashSet<>();
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      surnames.addAll(finder.surnames(analysis.text(), sentence, encoded.get(sentence)));
    }
    return surnames;
  }

  private static Map<String, Double> countries(List<Phrases.Hit<Name>> names) {
    Map<String, Double> countries = new HashMap<>();
    for (Phrases.Hit<Name> hit : names) {
      Name name = hit.values().get(0);
      if (name.country() != null && name.kind() != Name.Kind.PLACE) {
        countries.merge(name.country(), 0.5, Double::sum);
      }
    }
    return countries;
  }

  /** Where the report's publisher has its seat, when the list knows it. */
  private @Nullable Toponym home(Analysis analysis) {
    Document document = analysis.document();
    if (document.publisher() != null) {
      Toponym home = homes.get(document.publisher().toLowerCase(Locale.ROOT));
      if (home != null) {
        return home;
      }
    }
    if (document.url() == null) {
      return null;
    }
    try {
      String host = new URI(document.url()).getHost();
      while (host != null && host.indexOf('.') > 0) {
        Toponym home = homes.get(host.toLowerCase(Locale.ROOT));
        if (home != null) {
          return home;
        }
        host = host.substring(host.indexOf('.') + 1);
      }
      return null;
    } catch (URISyntaxException e) {
      return null; // an address that is none says nothing of a place
    }
  }

  private static PlaceMention mention(
      Document document, PlaceCandidate candidate, @Nullable Toponym place) {
    Span span = candidate.span();
    String id = Ids.of("place", document.id(), span.begin(), span.end());
    double confidence = Math.round(1000 / (1 + Math.exp(-candidate.score()))) / 1000.0;
    if (place == null) {
      boolean named = candidate.kind().isEmpty();
      return new PlaceMention(
          id,
          span,
          candidate.text(),
          candidate.text(),
          null,
          null,
          null,
          null,
          null,
          named ? null : candidate.kind(),
          named ? "city" : "region",
          named ? "rule:tagged-unlisted" : "rule:kind-word",
          confidence);
    }
    String by =
        candidate.contained() >= 0
            ? "rule:region-named-after"
            : candidate.senses().size() == 1 ? "rule:only-one" : "rule:likeliest-namesake";
    return new PlaceMention(
        id,
        span,
        candidate.text(),
        place.name(),
        place.country().isEmpty() ? null : place.country(),
        place.admin1().isEmpty() ? null : place.admin1(),
        place.lat(),
        place.lon(),
        place.id().isEmpty() ? null : place.id(),
        place.feature(),
        place.precision(),
        by,
        confidence);
  }
}
