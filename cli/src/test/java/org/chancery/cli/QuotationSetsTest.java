package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.chancery.core.Attribution;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Span;
import org.junit.jupiter.api.Test;

/** Direct quotations of {@code gold/quotations.txt}: found, and said by whom the text says. */
final class QuotationSetsTest {
  private static final double FOUND = 0.9;
  private static final double SOURCES = 0.9;

  @Test
  void directQuotationsHaveTheirSpeakers() throws IOException {
    int all = 0;
    int found = 0;
    int right = 0;
    for (GoldPassages passage : GoldPassages.read("quotations.txt")) {
      DocumentRecord record = passage.coded(TestEngine.ENGINE);
      for (GoldPassages.Mark mark : passage.marks()) {
        all++;
        List<Attribution> holding =
            record.attributions().stream().filter(one -> holds(one, mark.span())).toList();
        found += holding.isEmpty() ? 0 : 1;
        boolean said = holding.stream().anyMatch(one -> isOf(one, mark.second()));
        right += said ? 1 : 0;
        if (!said) {
          System.out.printf("quotation %s: %s by %s%n", passage.id(), mark.text(), mark.second());
          record.attributions().forEach(one -> System.out.println("  " + one));
        }
      }
    }
    System.out.printf("quotations found %d of %d, source right %d%n", found, all, right);
    assertTrue(found >= FOUND * all, "found");
    assertTrue(right >= SOURCES * found, "source");
  }

  /** Whether most of a quotation is content of an attribution. */
  private static boolean holds(Attribution attribution, Span quotation) {
    int shared =
        attribution.content().stream()
            .mapToInt(
                c ->
                    Math.max(
                        0,
                        Math.min(c.end(), quotation.end())
                            - Math.max(c.begin(), quotation.begin())))
            .sum();
    return 2 * shared >= quotation.length();
  }

  private static boolean isOf(Attribution attribution, String words) {
    Attribution.Source source = attribution.source();
    return source != null && (words.contains(source.text()) || source.text().contains(words));
  }
}
