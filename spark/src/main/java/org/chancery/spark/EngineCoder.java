package org.chancery.spark;

import java.util.List;
import org.chancery.analysis.Engine;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Codes with the engine of this Java process, made when the first document comes and shared by all
 * tasks of the process. The codebook is the one in the jar with the user's folders over it.
 */
final class EngineCoder implements DocumentCoder {
  private static final long serialVersionUID = 1L;
  private static final Object LOCK = new Object();
  private static @Nullable Engine shared;
  private static String sharedKey = "";

  private final List<CodebookLayer> layers;
  private final boolean gate;
  private final String key;

  EngineCoder(List<CodebookLayer> layers, boolean gate) {
    this.layers = List.copyOf(layers);
    this.gate = gate;
    this.key = gate + " " + layers.stream().map(CodebookLayer::hash).toList();
  }

  Engine engine() {
    synchronized (LOCK) {
      if (shared == null || !sharedKey.equals(key)) {
        shared = new Engine(layers.stream().map(CodebookLayer::unpacked).toList(), gate);
        sharedKey = key;
      }
      return shared;
    }
  }

  @Override
  public DocumentRecord code(Document document) {
    return engine().pipeline.code(document);
  }
}
