package org.chancery.analysis.time;

import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.text.SentenceSplitter;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Layer;
import org.chancery.core.TimeMention;

/** Runs every time rule on its own examples. */
public final class TimeExamples {
  private TimeExamples() {}

  /** What was run, and what came out otherwise than the rule says. */
  public record Result(int run, List<String> faults) {
    /** Copies the list. */
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** Runs the examples of a codebook's time rules. */
  public static Result run(Codebook codebook) {
    DateResolver resolver = new DateResolver(codebook);
    SentenceSplitter splitter = new SentenceSplitter(codebook);
    List<String> faults = new ArrayList<>();
    int run = 0;
    TimeWords words = new TimeWords(codebook);
    List<TimeRules.Rule> rules = new ArrayList<>(TimeRules.read(codebook, words));
    rules.addAll(TimeRules.tenses(codebook, words));
    for (TimeRules.Rule rule : rules) {
      for (TimeRules.Example example : rule.examples()) {
        run++;
        int begin = example.text().indexOf('[');
        int end = example.text().indexOf(']') - 1;
        String text = example.text().replace("[", "").replace("]", "");
        Document document =
            new Document("example", null, null, example.published(), "en", null, text, "codebook");
        Analysis analysis = resolver.apply(splitter.apply(Analysis.of(document)));
        boolean right =
            analysis.get(Layer.TIMES).stream()
                .anyMatch(
                    time ->
                        time.span().begin() < end
                            && time.span().end() > begin
                            && time.value().equals(example.value()));
        if (!right) {
          List<String> got =
              analysis.get(Layer.TIMES).stream().map(TimeMention::value).distinct().toList();
          faults.add(
              rule.id()
                  + ": "
                  + example.text()
                  + " on "
                  + example.published()
                  + " is "
                  + example.value()
                  + ", not "
                  + got);
        }
      }
    }
    return new Result(run, faults);
  }
}
