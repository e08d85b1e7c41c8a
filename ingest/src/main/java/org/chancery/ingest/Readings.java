package org.chancery.ingest;

import java.io.Closeable;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** The documents and rejects of one file, one after the other. */
interface Readings extends Closeable {
  /** The next one, or null at the end. */
  @Nullable Reading next();
}
