package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.chancery.analysis.Engine;
import org.chancery.core.Document;

/** Our pipeline beside two parsers, one thread, turn by turn, on event-dense and ordinary text. */
public final class Race {
  private static final int SLOW_SHARE = 15;

  private Race() {}

  /**
   * Runs it and says what came out.
   *
   * @param dev folder of the development sets
   * @param slow the PCFG way: parses documents and gives the sentences that it saw; measured on a
   *     small part
   * @param fast the shift-reduce way
   */
  public static void run(
      Path dev, int rounds, ToIntFunction<List<Document>> slow, ToIntFunction<List<Document>> fast)
      throws IOException {
    Engine engine = Texts.engine();
    List<Document> dense = Texts.dense(dev);
    one(
        "event-dense",
        engine,
        dense,
        dense.subList(0, 1 + dense.size() / SLOW_SHARE),
        rounds,
        slow,
        fast);
    List<Document> ordinary = Texts.ordinary(dev, Texts.ORDINARY);
    int local = Texts.ORDINARY / 3; // the first local report: those are short
    List<Document> few = ordinary.subList(local, local + 1 + Texts.ORDINARY / SLOW_SHARE);
    one("ordinary", engine, ordinary, few, rounds, slow, fast);
  }

  private static void one(
      String kind,
      Engine engine,
      List<Document> documents,
      List<Document> few,
      int rounds,
      ToIntFunction<List<Document>> slow,
      ToIntFunction<List<Document>> fast) {
    int all = Texts.sentences(engine, documents);
    int part = Texts.sentences(engine, few);
    RecordBench.say(
        "%s: %d documents, %d sentences as we count (%d as the peer counts); PCFG: %d documents, %d sentences",
        kind, documents.size(), all, fast.applyAsInt(documents), few.size(), part);
    Rounds measured =
        new Rounds()
            .add("PCFG", part, () -> parse(slow, few))
            .add("shift-reduce", all, () -> parse(fast, documents))
            .add("ours", all, () -> documents.forEach(engine.pipeline::code))
            .add("ours, the PCFG's part", part, () -> few.forEach(engine.pipeline::code))
            .run(rounds, "sentences");
    measured.ratio("ours", "PCFG");
    measured.ratio("ours, the PCFG's part", "PCFG");
    measured.ratio("ours", "shift-reduce");
    RecordBench.say("");
  }

  private static void parse(ToIntFunction<List<Document>> parser, List<Document> documents) {
    if (parser.applyAsInt(documents) == 0) {
      throw new IllegalStateException("the peer parsed no sentence");
    }
  }
}
