package org.chancery.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chancery.analysis.codebook.AttributionExample;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Names;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Makes what one example teaches in one epoch: an encoder input with tags, and triples with their
 * labels.
 */
final class Items {
  static final int IGNORE = -1;
  private static final double PLAIN = 0.5;
  private static final double NAMES_SHOWN = 0.3;
  private static final double REVERSED = 0.25;
  static final List<String> SYMMETRIC = List.of("CONSULT", "COOPERATE", "AGREE", "SUPPORT");

  private final Names names;
  private final Blinder blinder;

  private final boolean named;

  /**
   * @param named whether known parties are always shown, to measure what hiding them costs
   */
  Items(Names names, Blinder blinder, boolean named) {
    this.names = names;
    this.blinder = blinder;
    this.named = named;
  }

  /**
   * Pieces of the three arguments (empty when missing) and the labels; modality may be {@link
   * #IGNORE}.
   */
  record Triple(
      List<Integer> actor,
      List<Integer> recipient,
      List<Integer> trigger,
      int type,
      int modality) {}

  /** Pieces of a cue, and what each piece of the input is to it ({@link Labels#PARTS}). */
  @SuppressWarnings("ArrayRecordComponent") // one short-lived training input
  record Cue(List<Integer> pieces, int[] parts) {}

  /**
   * One input; roles, names, settings and cues hold a label a piece, or {@link #IGNORE}; relevance
   * is whether it holds an event, or {@link #IGNORE}.
   */
  @SuppressWarnings("ArrayRecordComponent") // one short-lived training input
  record Item(
      long[] ids,
      int[] roles,
      int[] names,
      int[] settings,
      int[] cues,
      int relevance,
      List<Triple> triples,
      List<Cue> said) {}

  Item item(Example example, Random random) {
    boolean bare =
        example.events().isEmpty()
            && example.spans("a", 1).isEmpty()
            && example.spans("r", 1).isEmpty(); // has no pair to mark
    boolean plain = bare || random.nextDouble() < PLAIN;
    return plain ? plain(example, random) : marked(example, random);
  }

  private Item plain(Example example, Random random) {
    Span all = new Span(0, example.text().length());
    List<Phrases.Hit<Name>> known = names.find(example.text(), 0, all.end());
    boolean shown = random.nextDouble() < NAMES_SHOWN || named;
    EncoderInput input = blinder.plain(example.text(), all, shown ? List.of() : known);
    int[] roles = new int[input.ids().length];
    int[] kinds = new int[roles.length];
    roles[0] = IGNORE;
    roles[roles.length - 1] = IGNORE;
    for (Example.Labelled event : example.events()) {
      event.actors().forEach(s -> tag(input, s, roles, Labels.ROLES.indexOf("B-a")));
      event.recipients().forEach(s -> tag(input, s, roles, Labels.ROLES.indexOf("B-r")));
    }
    for (Example.Labelled event : example.events()) {
      tag(input, event.trigger(), roles, Labels.ROLES.indexOf("B-t"));
    }
    List<Triple> triples = Triples.of(input, example, random);
    boolean marks = tagNames(example, input, kinds, known, shown);
    if (!marks) {
      Arrays.fill(kinds, IGNORE);
    }
    int relevance = example.events().isEmpty() ? 0 : 1;
    int[] cues = ignored(roles.length);
    int[] settings = settings(example, input);
    return new Item(input.ids(), roles, kinds, settings, cues, relevance, triples, List.of());
  }

  /**
   * What a sentence with its attributions marked teaches: cues, and source and content of each. One
   * that holds no event teaches that too: no roles, and no event between a speaker and anybody.
   */
  Item item(AttributionExample example, Random random) {
    String text = example.example().text();
    Span all = new Span(0, text.length());
    List<Phrases.Hit<Name>> known = names.find(text, 0, all.end());
    boolean shown = random.nextDouble() < NAMES_SHOWN || named;
    EncoderInput input = blinder.plain(text, all, shown ? List.of() : known);
    int length = input.ids().length;
    int[] cues = new int[length];
    cues[0] = IGNORE;
    cues[length - 1] = IGNORE;
    List<Cue> said = new ArrayList<>();
    List<Triple> triples = new ArrayList<>();
    for (AttributionExample.Said one : example.said()) {
      List<Integer> pieces = pieces(input, one.cue());
      if (pieces.isEmpty()) {
        continue; // beyond the longest input
      }
      one.cue().forEach(span -> tag(input, span, cues, Labels.CUES.indexOf("B-c")));
      int[] parts = new int[length];
      parts[0] = IGNORE;
      parts[length - 1] = IGNORE;
      one.content()
          .forEach(s -> input.piecesOf(s).forEach(i -> parts[i] = Labels.PARTS.indexOf("q")));
      one.source()
          .forEach(s -> input.piecesOf(s).forEach(i -> parts[i] = Labels.PARTS.indexOf("s")));
      said.add(new Cue(pieces, parts));
      List<Integer> source = pieces(input, one.source());
      if (example.eventless() && !source.isEmpty()) {
        List<Integer> trigger = random.nextBoolean() ? pieces : List.of();
        triples.add(
            random.nextDouble() < 0.7
                ? new Triple(source, List.of(), trigger, Labels.TYPES.indexOf("NONE"), IGNORE)
                : new Triple(List.of(), source, trigger, Labels.TYPES.indexOf("NONE"), IGNORE));
      }
    }
    int[] none = ignored(length);
    int[] roles = example.eventless() ? new int[length] : none;
    roles[0] = IGNORE;
    roles[length - 1] = IGNORE;
    int relevance = example.eventless() ? 0 : IGNORE;
    return new Item(input.ids(), roles, none, none, cues, relevance, triples, said);
  }

  private static int[] ignored(int length) {
    int[] none = new int[length];
    Arrays.fill(none, IGNORE);
    return none;
  }

  /** Place and date of the event; an example that marks neither teaches nothing of them. */
  private static int[] settings(Example example, EncoderInput input) {
    int[] settings = new int[input.ids().length];
    boolean any = false;
    for (Example.Mark mark : example.marks()) {
      if (mark.tag().equals("p") || mark.tag().equals("d")) {
        any = true;
        tag(input, mark.span(), settings, Labels.SETTINGS.indexOf("B-" + mark.tag()));
      }
    }
    if (!any) {
      Arrays.fill(settings, IGNORE);
    }
    settings[0] = IGNORE;
    settings[settings.length - 1] = IGNORE;
    return settings;
  }

  private static boolean tagNames(
      Example example,
      EncoderInput input,
      int[] kinds,
      List<Phrases.Hit<Name>> known,
      boolean shown) {
    kinds[0] = IGNORE;
    kinds[kinds.length - 1] = IGNORE;
    boolean any = false;
    for (String tag : List.of("per", "org", "loc")) {
      for (Example.Mark mark : example.marks()) {
        if (mark.tag().equals(tag)) {
          any = true;
          tag(input, mark.span(), kinds, Labels.NAMES.indexOf("B-" + tag));
        }
      }
    }
    if (!shown) {
      known.forEach(hit -> input.piecesOf(hit.span()).forEach(i -> kinds[i] = IGNORE));
    }
    return any;
  }

  private Item marked(Example example, Random random) {
    Span all = new Span(0, example.text().length());
    List<Phrases.Hit<Name>> known = names.find(example.text(), 0, all.end());
    List<Span> actors = new ArrayList<>();
    List<Span> recipients = new ArrayList<>();
    int type = Labels.TYPES.indexOf("NONE");
    int modality = IGNORE;
    if (example.events().isEmpty()) {
      actors.addAll(one(example.spans("a", 1), random));
      recipients.addAll(one(example.spans("r", 1), random));
    } else {
      Example.Labelled event = example.events().get(random.nextInt(example.events().size()));
      actors.addAll(one(event.actors(), random));
      recipients.addAll(one(event.recipients(), random));
      boolean turn =
          !SYMMETRIC.contains(event.type())
              && !actors.isEmpty()
              && !recipients.isEmpty()
              && example.events().size() == 1
              && random.nextDouble() < REVERSED / 2;
      if (turn) {
        List<Span> kept = List.copyOf(actors);
        actors.clear();
        actors.addAll(recipients);
        recipients.clear();
        recipients.addAll(kept);
      } else {
        type = Labels.TYPES.indexOf(event.type());
        modality = Labels.MODALITIES.indexOf(event.modality().key());
      }
    }
    EncoderInput input =
        blinder.marked(example.text(), all, named ? List.of() : known, actors, recipients);
    int[] none = ignored(input.ids().length);
    List<Triple> triples = new ArrayList<>();
    if (!actors.isEmpty() || !recipients.isEmpty()) {
      triples.add(
          new Triple(pieces(input, actors), pieces(input, recipients), List.of(), type, modality));
    }
    return new Item(input.ids(), none, none, none, none, IGNORE, triples, List.of());
  }

  static List<Span> one(List<Span> spans, Random random) {
    return spans.isEmpty() ? List.of() : List.of(spans.get(random.nextInt(spans.size())));
  }

  static List<Integer> pieces(EncoderInput input, List<Span> spans) {
    return spans.stream().flatMap(s -> input.piecesOf(s).stream()).toList();
  }

  private static void tag(EncoderInput input, Span span, int[] labels, int begin) {
    int label = begin;
    for (int piece : input.piecesOf(span)) {
      labels[piece] = label;
      label = begin + 1;
    }
  }
}
