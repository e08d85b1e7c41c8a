package org.chancery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Versions VERSIONS = new Versions("test", "hash", Map.of());

  private record Step(Set<Layer<?>> needs, Set<Layer<?>> provides, UnaryOperator<Analysis> does)
      implements Stage {
    @Override
    public Analysis apply(Analysis analysis) {
      return does.apply(analysis);
    }
  }

  private static Document document(String text) {
    return new Document("d", null, null, null, null, null, text, "test");
  }

  @Test
  void refusesAStageWhoseLayerNobodyProvides() {
    Step needy = new Step(Set.of(Layer.SENTENCES), Set.of(), a -> a);
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> new Pipeline(List.of(needy), VERSIONS));
    assertTrue(String.valueOf(fault.getMessage()).contains("sentences"));
  }

  @Test
  void aFaultOfAStageBecomesTheDocumentsOutcome() {
    Step broken =
        new Step(
            Set.of(),
            Set.of(),
            a -> {
              throw new IllegalStateException("no");
            });
    DocumentRecord record = new Pipeline(List.of(broken), VERSIONS).code(document("text"));
    assertInstanceOf(Outcome.Failed.class, record.outcome());
  }

  @Test
  void aReportTooMuchForTheMemoryIsItsOwnFault() {
    for (Error fault : List.of(new StackOverflowError(), new OutOfMemoryError())) {
      Step greedy =
          new Step(
              Set.of(),
              Set.of(),
              a -> {
                throw fault;
              });
      Outcome outcome = new Pipeline(List.of(greedy), VERSIONS).code(document("text")).outcome();
      assertEquals("memory", assertInstanceOf(Outcome.Failed.class, outcome).reason());
    }
  }

  @Test
  void aSkippedDocumentKeepsItsReason() {
    Step skipping =
        new Step(
            Set.of(),
            Set.of(),
            a -> {
              throw new Pipeline.SkipException("language", "xx");
            });
    Outcome outcome = new Pipeline(List.of(skipping), VERSIONS).code(document("text")).outcome();
    assertEquals(new Outcome.Skipped("language", "xx"), outcome);
  }

  @Test
  void aBlankDocumentIsSkippedAsEmpty() {
    Outcome outcome = new Pipeline(List.of(), VERSIONS).code(document(" \n ")).outcome();
    assertEquals("empty", ((Outcome.Skipped) outcome).reason());
  }

  @Test
  void theRunnerWritesInInputOrderOnManyThreads() {
    List<Integer> written = new ArrayList<>();
    List<Integer> input = IntStream.range(0, 500).boxed().toList();
    new Runner(8).run(input.iterator(), i -> i * 2, written::add);
    assertEquals(input.stream().map(i -> i * 2).toList(), written);
  }

  @Test
  void contentHashSeesTitleAndText() {
    Document one = document("text");
    assertEquals(one.contentHash(), document("text").contentHash());
    assertTrue(!one.contentHash().equals(document("text.").contentHash()));
  }
}
