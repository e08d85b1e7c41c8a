/**
 * Sentences: {@link org.chancery.analysis.text.SentenceSplitter}.
 *
 * <p>Trap: a sentence's span leaves out the white space around it.
 */
@NullMarked
package org.chancery.analysis.text;

import org.jspecify.annotations.NullMarked;
