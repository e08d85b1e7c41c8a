package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Discards;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.LexiconGate;
import org.chancery.analysis.lexicon.LoadedWords;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Names;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Terms;
import org.chancery.analysis.text.SentenceSplitter;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Layer;

/** What words mean as parties on a day, and why: the resolver without the encoder. */
public final class ActorLookup {
  private final SentenceSplitter splitter;
  private final LexiconGate lexicon;
  private final ActorResolver resolver;
  private final OfficeHolders offices;

  /** Reads the lists of the codebook. */
  public ActorLookup(Codebook codebook) {
    splitter = new SentenceSplitter(codebook);
    lexicon =
        new LexiconGate(
            new Names(codebook),
            new Terms(codebook),
            new LoadedWords(codebook),
            new Discards(codebook),
            true);
    offices = new OfficeHolders(codebook);
    resolver = new ActorResolver(codebook, offices);
  }

  /**
   * One meaning.
   *
   * @param terms offices of the person, each with its days
   * @param others ids of other entries of the same name
   */
  public record Meaning(ActorMention mention, List<String> terms, List<String> others) {
    /** Copies the lists. */
    public Meaning {
      terms = List.copyOf(terms);
      others = List.copyOf(others);
    }
  }

  /** The meanings of the words on an ISO day. */
  public List<Meaning> on(String words, String day) {
    Document document = new Document("words", null, null, day, "en", null, words, "command line");
    Analysis analysis = resolver.apply(lexicon.apply(splitter.apply(Analysis.of(document))));
    List<Meaning> meanings = new ArrayList<>();
    for (ActorMention mention : analysis.get(Layer.ACTORS)) {
      Actor actor = mention.actor();
      List<String> terms = new ArrayList<>();
      Set<String> others = new LinkedHashSet<>();
      if (actor != null) {
        offices.termsOf(actor.id()).forEach(t -> terms.add(term(t)));
      }
      for (Phrases.Hit<Name> hit : analysis.get(Layers.NAMES)) {
        if (mention.span().overlaps(hit.span())) {
          for (Name name : hit.values()) {
            if (actor == null || !name.id().equals(actor.id())) {
              others.add(name.id() + " (" + name.name() + ")");
            }
          }
        }
      }
      meanings.add(new Meaning(mention, terms, List.copyOf(others)));
    }
    return meanings;
  }

  private static String term(Holder holder) {
    return holder.office()
        + " of "
        + holder.country()
        + ", "
        + (holder.from() == null ? "?" : holder.from())
        + " to "
        + (holder.to() == null ? "now" : holder.to());
  }
}
