/**
 * Readers: from files, folders, globs and standard input to documents and rejects. {@link
 * org.chancery.ingest.Inputs} is the way in. Trap: a document's text is kept character by character
 * for JSONL and CSV, while text files and pages have a line end and markup of their own to lose.
 */
@NullMarked
package org.chancery.ingest;

import org.jspecify.annotations.NullMarked;
