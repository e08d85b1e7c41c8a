package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.core.Analysis;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Layer;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.store.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every stage: spans inside the text, the same answer twice and from 8 threads,
 * hostile input survived.
 */
class StageContractTest {
  static Stream<String> hostile() {
    StringBuilder random = new StringBuilder();
    Random chance = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      random.append((char) (32 + chance.nextInt(chance.nextInt(10) == 0 ? 60_000 : 95)));
    }
    return Stream.of(
        "",
        " ",
        "\n\n\n",
        ".",
        "\ud83d\ude00 The \ud83d\ude80 minister met \ud83d\udc4b Peru.",
        "\u0627\u0644\u0648\u0632\u064a\u0631 Egypt met \u202eIraq\u202c on Monday.",
        "<script>alert(1)</script> Norway accused Chad of \u0000 lies.",
        "\"".repeat(500) + "(".repeat(500),
        "\ud83d",
        "A".repeat(20_000),
        "Peru ".repeat(4_000),
        "Norway met Peru. ".repeat(300),
        random.toString());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyStageSurvivesAndKeepsItsSpansInside(String text) {
    Analysis analysis = Analysis.of(TestEngine.document(text));
    for (Stage stage : TestEngine.ENGINE.stages) {
      Analysis next = stage.apply(analysis);
      assertEquals(text, next.text());
      Analysis again = stage.apply(analysis);
      for (Layer<?> layer : stage.provides()) {
        assertTrue(same(next, again, layer), layer + " differs the second time");
      }
      analysis = next;
    }
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      assertTrue(sentence.end() <= text.length());
    }
    analysis.get(Layer.ACTORS).forEach(m -> assertEquals(m.text(), m.span().of(text)));
    analysis.get(Layer.PLACES).forEach(m -> assertEquals(m.text(), m.span().of(text)));
    analysis.get(Layer.TIMES).forEach(m -> assertEquals(m.text(), m.span().of(text)));
    analysis
        .get(Layer.EVENT_MENTIONS)
        .forEach(m -> assertEquals(m.trigger().text(), m.trigger().span().of(text)));
    analysis
        .get(Layer.ATTRIBUTIONS)
        .forEach(a -> a.content().forEach(s -> assertTrue(s.end() <= text.length())));
  }

  private static boolean same(Analysis one, Analysis other, Layer<?> layer) {
    if (layer.equals(EncoderStage.ENCODED)) {
      return tags(one).equals(tags(other));
    }
    return one.get(layer).equals(other.get(layer));
  }

  private static List<?> tags(Analysis analysis) {
    return analysis.get(EncoderStage.ENCODED).stream().map(s -> s.encoded().roles()).toList();
  }

  @Test
  void aMegabyteOfTextIsSurvivedByAllButTheEncoder() {
    String text =
        "The delegates of the river towns ate soup on a cold day in spring\u2026 ".repeat(15_000);
    Outcome outcome = TestEngine.ENGINE.pipeline.code(TestEngine.document(text)).outcome();
    assertEquals(new Outcome.Coded(), outcome);
  }

  @Test
  void eightThreadsGiveTheSameRecord() throws Exception {
    DocumentRecord alone = TestEngine.ENGINE.pipeline.code(TestEngine.samples().get(0));
    ExecutorService workers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> jobs = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        jobs.add(
            () -> RecordJson.line(TestEngine.ENGINE.pipeline.code(TestEngine.samples().get(0))));
      }
      for (var done : workers.invokeAll(jobs)) {
        assertEquals(RecordJson.line(alone), done.get());
      }
    } finally {
      workers.shutdown();
    }
  }
}
