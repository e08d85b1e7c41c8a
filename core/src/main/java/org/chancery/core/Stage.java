package org.chancery.core;

import java.util.Set;

/** One step of the way of a report: pure and thread-safe. */
public interface Stage {
  /** Layers that must be there before. */
  Set<Layer<?>> needs();

  /** Layers that this stage sets. */
  Set<Layer<?>> provides();

  /** The analysis with the provided layers set. */
  Analysis apply(Analysis analysis);
}
