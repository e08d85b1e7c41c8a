package org.chancery.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stages in order, checked when built. Codes one document at a time; thread-safe as its stages are.
 */
public final class Pipeline {
  private final List<Stage> stages;
  private final Versions versions;

  /** Refuses an order in which a stage needs a layer that none before it provides. */
  public Pipeline(List<Stage> stages, Versions versions) {
    this.stages = List.copyOf(stages);
    this.versions = versions;
    Set<Layer<?>> there = new HashSet<>();
    for (Stage stage : stages) {
      for (Layer<?> need : stage.needs()) {
        if (!there.contains(need)) {
          throw new IllegalArgumentException(
              stage.getClass().getSimpleName()
                  + " needs "
                  + need
                  + ", which no stage before provides");
        }
      }
      there.addAll(stage.provides());
    }
  }

  /** What rows of this pipeline are marked with. */
  public Versions versions() {
    return versions;
  }

  /** Codes a document; a document's fault becomes its outcome, never an exception. */
  public DocumentRecord code(Document document) {
    Analysis analysis = Analysis.of(document);
    if (document.text().isBlank()) {
      return DocumentRecord.of(
          analysis, new Outcome.Skipped("empty", "the document has no text"), versions);
    }
    try {
      return DocumentRecord.of(analyse(document), new Outcome.Coded(), versions);
    } catch (SkipException skip) {
      return DocumentRecord.of(
          Analysis.of(document), new Outcome.Skipped(skip.reason(), skip.message()), versions);
    } catch (RuntimeException fault) {
      return failed(
          document, fault instanceof ChanceryException known ? known.reason() : "internal", fault);
    } catch (StackOverflowError | OutOfMemoryError fault) {
      // one report that is too much for the memory must not take the others with it
      return failed(document, "memory", fault);
    }
  }

  private DocumentRecord failed(Document document, String reason, Throwable fault) {
    return DocumentRecord.of(
        Analysis.of(document),
        new Outcome.Failed(reason, document.origin() + ": " + fault),
        versions);
  }

  /** Runs all stages and gives all layers; unlike {@link #code}, faults are thrown. */
  public Analysis analyse(Document document) {
    Analysis analysis = Analysis.of(document);
    for (Stage stage : stages) {
      analysis = stage.apply(analysis);
    }
    return analysis;
  }

  /** Thrown by a stage to leave a document out on purpose. */
  public static final class SkipException extends ChanceryException {
    private static final long serialVersionUID = 1L;

    /** Leaves the document out for {@code reason}. */
    public SkipException(String reason, String detail) {
      super(reason, detail);
    }

    private String message() {
      String message = getMessage();
      return message == null ? "" : message;
    }
  }
}
