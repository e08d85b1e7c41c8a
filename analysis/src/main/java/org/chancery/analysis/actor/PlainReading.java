package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.PlainText;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;

/**
 * Reads who the parties are in the plain words of a report, and gives them back as they are
 * written, so that loaded words make nobody another party.
 */
final class PlainReading {
  private PlainReading() {}

  static List<ActorMention> of(Analysis written, Function<Analysis, List<ActorMention>> reader) {
    List<Phrases.Hit<String>> loaded = written.get(Layers.LOADED);
    if (loaded.isEmpty()) {
      return reader.apply(written);
    }
    PlainText plain = new PlainText(written.text(), loaded);
    Document own = written.document();
    Document document =
        new Document(
            own.id(),
            own.url(),
            own.publisher(),
            own.published(),
            own.language(),
            own.title(),
            plain.words(),
            own.origin());
    List<ActorMention> read =
        reader.apply(
            Analysis.of(document)
                .with(
                    Layer.SENTENCES,
                    written.get(Layer.SENTENCES).stream().map(plain::toPlain).toList())
                .with(Layers.NAMES, hits(written.get(Layers.NAMES), plain))
                .with(Layers.TERMS, hits(written.get(Layers.TERMS), plain)));
    Map<String, String> ids = new HashMap<>();
    List<ActorMention> mentions = new ArrayList<>();
    for (ActorMention mention : read) {
      Span span = plain.toWritten(mention.span());
      String id = Ids.of("actor", own.id(), span.begin(), span.end());
      String antecedent = mention.antecedent();
      ids.put(mention.id(), id);
      mentions.add(
          new ActorMention(
              id,
              span,
              span.of(own.text()),
              mention.form(),
              mention.actor(),
              antecedent == null
                  ? null
                  : Objects.requireNonNullElse(ids.get(antecedent), antecedent),
              mention.resolvedBy(),
              mention.confidence()));
    }
    return mentions;
  }

  /** The hits in plain words, without what is left out there. */
  private static <T> List<Phrases.Hit<T>> hits(List<Phrases.Hit<T>> written, PlainText plain) {
    List<Phrases.Hit<T>> hits = new ArrayList<>();
    for (Phrases.Hit<T> hit : written) {
      Span span = plain.toPlain(hit.span());
      if (span.length() > 0) {
        hits.add(new Phrases.Hit<>(span, hit.values()));
      }
    }
    return hits;
  }
}
