package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.lexicon.Names;

/** Runs the codebook's own examples: every rule on its sentences, the coder on labelled pairs. */
public final class CodebookTest {
  private final Rules rules;
  private final PairReader reader;

  /** Uses the parts of a wired coder. */
  public CodebookTest(Rules rules, Names names, Blinder blinder, OnnxEncoder encoder) {
    this.rules = rules;
    this.reader = new PairReader(names, blinder, encoder);
  }

  /**
   * What came out.
   *
   * @param trainedRight share of the trained-on events whose type is read right
   * @param asideRight the same for the fifth that is kept aside
   */
  public record Result(
      int ruleExamples,
      List<String> ruleFaults,
      int trained,
      double trainedRight,
      int aside,
      double asideRight,
      List<String> wrong) {
    /** Copies the lists. */
    public Result {
      ruleFaults = List.copyOf(ruleFaults);
      wrong = List.copyOf(wrong);
    }
  }

  /** Runs all. */
  public Result run(Codebook codebook) {
    List<String> faults = new ArrayList<>();
    int examples = 0;
    for (Rules.Rule rule : rules.all()) {
      examples += rule.examples().size() + rule.counterExamples().size();
      for (String sentence : rule.examples()) {
        if (!rule.fires(sentence)) {
          faults.add(
              rule.file() + ": rule '" + rule.id() + "' does not fire on its example: " + sentence);
        }
      }
      for (String sentence : rule.counterExamples()) {
        if (rule.fires(sentence)) {
          faults.add(
              rule.file() + ": rule '" + rule.id() + "' fires on its counter-example: " + sentence);
        }
      }
    }
    int[] all = new int[2];
    int[] right = new int[2];
    List<String> wrong = new ArrayList<>();
    for (Example example : codebook.examples()) {
      for (Example.Labelled event : example.events()) {
        int part = example.heldOut() ? 1 : 0;
        String type = reader.type(example.text(), event.actors(), event.recipients());
        all[part]++;
        if (type.equals(event.type())) {
          right[part]++;
        } else {
          wrong.add(
              example.where()
                  + ": "
                  + event.type()
                  + " coded "
                  + type
                  + (part == 1 ? " (kept aside)" : ""));
        }
      }
    }
    return new Result(
        examples, faults, all[0], share(right[0], all[0]), all[1], share(right[1], all[1]), wrong);
  }

  private static double share(int part, int all) {
    return all == 0 ? 1 : (double) part / all;
  }
}
