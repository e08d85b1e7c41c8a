package org.chancery.spark;

import java.io.Serializable;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;

/** What codes a document on an executor; travels there empty and finds its engine there. */
@FunctionalInterface
interface DocumentCoder extends Serializable {
  /** The record of the document. */
  DocumentRecord code(Document document);
}
