package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;

/**
 * The lexicon pass and the relevance gate: a sentence with no trigger, or with neither a known
 * name, nor a kind of party, nor a capitalised word inside, cannot hold an event and does not reach
 * the encoder; unless a cue beside a trigger, loaded words, a quotation or a figure asks who says
 * so.
 */
public final class LexiconGate implements Stage {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}-])\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|scores|hundreds?|thousands?|millions?)\\b");

  private final Names names;
  private final Terms terms;
  private final LoadedWords loaded;
  private final Discards discards;
  private final boolean open;

  /** With {@code open} every sentence passes ({@code --no-gate}). */
  public LexiconGate(
      Names names, Terms terms, LoadedWords loaded, Discards discards, boolean open) {
    this.names = names;
    this.terms = terms;
    this.loaded = loaded;
    this.discards = discards;
    this.open = open;
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layers.NAMES, Layers.LOADED, Layers.TERMS, Layers.GATED);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Phrases.Hit<Name>> allNames = new ArrayList<>();
    List<Phrases.Hit<String>> allLoaded = new ArrayList<>();
    List<Phrases.Hit<Term>> allTerms = new ArrayList<>();
    List<Span> gated = new ArrayList<>();
    String text = analysis.text();
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      List<Phrases.Hit<Term>> written = terms.find(text, sentence.begin(), sentence.end());
      List<Phrases.Hit<Name>> known =
          names.find(text, sentence.begin(), sentence.end()).stream()
              .filter(name -> !inTitle(name, written))
              .toList();
      List<Phrases.Hit<String>> hidden = loaded.find(text, sentence, known);
      List<Phrases.Hit<Term>> words = plain(text, sentence, written, hidden);
      allNames.addAll(known);
      allLoaded.addAll(hidden);
      allTerms.addAll(words);
      boolean discarded = discards.in(text, sentence);
      if (!discarded && (open || passes(text, sentence, known, words))) {
        gated.add(sentence);
      }
    }
    if (discards.whole(text)) {
      gated.clear();
    }
    return analysis
        .with(Layers.NAMES, allNames)
        .with(Layers.LOADED, allLoaded)
        .with(Layers.TERMS, allTerms)
        .with(Layers.GATED, gated);
  }

  /** The terms of a sentence, where it is loaded those of the plain words. */
  private List<Phrases.Hit<Term>> plain(
      String text,
      Span sentence,
      List<Phrases.Hit<Term>> written,
      List<Phrases.Hit<String>> hidden) {
    if (hidden.isEmpty()) {
      return written;
    }
    List<Phrases.Hit<Term>> words = new ArrayList<>();
    for (Phrases.Hit<Term> hit : written) {
      boolean loadedOne = hidden.stream().anyMatch(word -> word.span().overlaps(hit.span()));
      List<Term> kept = hit.values().stream().filter(term -> !loadedOne || !isRead(term)).toList();
      if (!kept.isEmpty()) {
        words.add(new Phrases.Hit<>(hit.span(), kept));
      }
    }
    PlainText plain = new PlainText(text, hidden);
    Span there = plain.toPlain(sentence);
    for (Phrases.Hit<Term> hit : terms.find(plain.words(), there.begin(), there.end())) {
      Span here = plain.toWritten(hit.span());
      List<Term> read = hit.values().stream().filter(LexiconGate::isRead).toList();
      if (!read.isEmpty() && hidden.stream().anyMatch(word -> word.span().overlaps(here))) {
        words.add(new Phrases.Hit<>(here, read));
      }
    }
    words.sort(
        Comparator.comparingInt((Phrases.Hit<Term> h) -> h.span().begin())
            .thenComparingInt(h -> -h.span().length()));
    return words;
  }

  /** Whether the coder reads a term, which is of the plain words then. */
  private static boolean isRead(Term term) {
    return switch (term.kind()) {
      case TRIGGER, AGENT, TITLE -> true;
      case CUE, LOADED, COUNT -> false;
    };
  }

  /** Whether a name is a word of a longer title: the party of "Labour Minister" is none. */
  private static boolean inTitle(Phrases.Hit<Name> name, List<Phrases.Hit<Term>> words) {
    Name.Kind kind = name.values().get(0).kind();
    return (kind == Name.Kind.ORGANISATION || kind == Name.Kind.GROUP)
        && words.stream()
            .anyMatch(
                word ->
                    word.span().contains(name.span())
                        && word.span().length() > name.span().length()
                        && word.values().stream().anyMatch(t -> t.kind() == Term.Kind.TITLE));
  }

  /** Whether a sentence can hold an event. */
  public static boolean passes(
      String text, Span sentence, List<Phrases.Hit<Name>> known, List<Phrases.Hit<Term>> words) {
    boolean trigger = false;
    boolean cue = false;
    boolean loaded = false;
    boolean count = false;
    boolean counted = false;
    boolean party = known.stream().anyMatch(hit -> hit.values().get(0).kind() != Name.Kind.PLACE);
    for (Phrases.Hit<Term> hit : words) {
      for (Term term : hit.values()) {
        trigger |= term.kind() == Term.Kind.TRIGGER;
        boolean counts = term.detail().equals("counts"); // "the mission counted 34 dead"
        cue |= term.kind() == Term.Kind.CUE && !counts;
        counted |= term.kind() == Term.Kind.CUE;
        loaded |= term.kind() == Term.Kind.LOADED;
        count |= term.kind() == Term.Kind.COUNT;
        party |= term.kind() == Term.Kind.AGENT || term.kind() == Term.Kind.TITLE;
      }
    }
    return (trigger && (party || capitalised(text, sentence)))
        || (cue && (loaded || trigger || quoted(text, sentence)))
        || (((counted && count) || (cue && party)) && numbered(text, sentence, known));
  }

  /** A quotation mark: somebody's words, which a cue may attribute. */
  private static boolean quoted(String text, Span sentence) {
    for (int i = sentence.begin(); i < sentence.end(); i++) {
      char c = text.charAt(i);
      if ("\"\u201c\u201d\u00ab\u00bb\u201e".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A number that is no part of a name: whoever is called M23 counts nothing. */
  private static boolean numbered(String text, Span sentence, List<Phrases.Hit<Name>> known) {
    Matcher numbers = NUMBER.matcher(text).region(sentence.begin(), sentence.end());
    while (numbers.find()) {
      Span number = new Span(numbers.start(), numbers.end());
      if (known.stream().noneMatch(name -> name.span().contains(number))) {
        return true;
      }
    }
    return false;
  }

  private static boolean capitalised(String text, Span sentence) {
    for (int i = sentence.begin() + 1; i < sentence.end(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && !Character.isLetterOrDigit(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }
}
