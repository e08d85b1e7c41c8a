package org.chancery.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.coding.EventCoder;
import org.chancery.analysis.coding.Evidence;
import org.chancery.analysis.coding.Explainer;
import org.chancery.analysis.coding.NearestExamples;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a sentence is coded as it is. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows how a sentence is read: names, words of the lexicons, tags, types with"
            + " probabilities, nearest examples, rules.",
    footer = {
      "",
      "Example:",
      "  chancery explain \"The Peruvian foreign minister received a delegation from Chile.\""
    })
final class ExplainCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SENTENCE", description = "One or more sentences.")
  private String sentence = "";

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Engine engine = new Engine(codebook.layers, true);
    Analysis analysis =
        engine.pipeline.analyse(
            new Document("explained", null, null, null, "en", null, sentence, "command line"));
    List<Explainer.Reasons> reasons =
        new Explainer(engine.ontology, engine.rules, engine.nearest).explain(analysis);
    for (Span span : analysis.get(Layer.SENTENCES)) {
      out.println(Terminal.plain(span.of(sentence)));
      words(out, analysis, span);
      if (!analysis.get(Layers.GATED).contains(span)) {
        out.println(
            "  gate        closed: no trigger of the lexicon, or nothing that can be a party; it is"
                + " not read closely");
        continue;
      }
      tags(out, analysis, span);
      boolean any = false;
      for (Explainer.Reasons reason : reasons) {
        if (reason.mention().sentence().equals(span)) {
          event(out, reason);
          any = true;
        }
      }
      if (!any) {
        out.println("  no event");
      }
      leftOut(out, analysis, span);
    }
    return 0;
  }

  /** What the coder thought of and was too unsure of. */
  private static void leftOut(PrintWriter out, Analysis analysis, Span within) {
    for (Evidence evidence : analysis.get(EventCoder.EVIDENCE)) {
      EventMention m = evidence.mention();
      if (!evidence.kept() && m.sentence().equals(within)) {
        say(
            out,
            "left out",
            m.trigger().text(),
            m.type() + ", too unsure:" + percent(m.confidence()));
      }
    }
  }

  private void words(PrintWriter out, Analysis analysis, Span within) {
    for (Phrases.Hit<Name> hit : analysis.get(Layers.NAMES)) {
      if (within.contains(hit.span())) {
        Name name = hit.values().get(0);
        say(
            out,
            "name",
            hit.span().of(sentence),
            name.kind().name().toLowerCase(Locale.ROOT) + " " + name.id());
      }
    }
    for (Phrases.Hit<Term> hit : analysis.get(Layers.TERMS)) {
      if (within.contains(hit.span())) {
        Term term = hit.values().get(0);
        say(
            out,
            "lexicon",
            hit.span().of(sentence),
            term.kind().name().toLowerCase(Locale.ROOT)
                + " "
                + String.join("|", term.values())
                + " "
                + term.cameo());
      }
    }
  }

  private void tags(PrintWriter out, Analysis analysis, Span within) {
    for (EncoderStage.Sentence read : analysis.get(EncoderStage.ENCODED)) {
      if (read.span().equals(within)) {
        for (Encoded.Tagged tag : read.encoded().roles()) {
          String role =
              tag.label().equals("a") ? "actor" : tag.label().equals("r") ? "recipient" : "trigger";
          say(out, "tag", tag.span().of(sentence), role + percent(tag.probability()));
        }
        for (Encoded.Tagged tag : read.encoded().names()) {
          say(out, "tag", tag.span().of(sentence), tag.label() + percent(tag.probability()));
        }
      }
    }
  }

  /** One event and why it was coded. */
  static void event(PrintWriter out, Explainer.Reasons reasons) {
    EventMention m = reasons.mention();
    out.println(
        "  event       "
            + m.type()
            + (m.mode() == null ? "" : " " + m.mode())
            + ", CAMEO "
            + m.cameo()
            + ", quad class "
            + m.quadClass()
            + ", Goldstein "
            + m.goldstein()
            + ", "
            + m.modality().key()
            + ", by "
            + m.codedBy()
            + ", confidence"
            + percent(m.confidence()));
    m.actors().forEach(p -> say(out, "  actor", p.text(), p.code()));
    m.recipients().forEach(p -> say(out, "  recipient", p.text(), p.code()));
    say(out, "  trigger", m.trigger().text(), "");
    for (Explainer.Likelihood l : reasons.types()) {
      out.printf(
          Locale.ROOT,
          "    type      %-10s %5.1f%%  encoder alone %5.1f%%%n",
          l.label(),
          100 * l.mixed(),
          100 * l.encoder());
    }
    for (Explainer.Likelihood l : reasons.modalities()) {
      out.printf(Locale.ROOT, "    modality  %-10s %5.1f%%%n", l.label(), 100 * l.mixed());
    }
    for (NearestExamples.Neighbour n : reasons.neighbours()) {
      out.printf(
          Locale.ROOT,
          "    example   %-10s cosine %.3f %s%s %s%n",
          n.type(),
          n.cosine(),
          n.where(),
          n.added() ? " (added)" : "",
          Terminal.cell(n.text(), 90).stripTrailing());
    }
    reasons
        .rules()
        .forEach(note -> out.println("    rule      " + note.rule().id() + ": " + note.why()));
    if (reasons.rules().isEmpty()) {
      out.println("    rule      none fits");
    }
  }

  private static void say(PrintWriter out, String what, String words, String more) {
    out.printf(Locale.ROOT, "  %-11s %-40s %s%n", what, Terminal.cell(words, 40), more);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, " %.0f%%", 100 * probability);
  }
}
