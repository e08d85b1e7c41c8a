/**
 * Passes over a text by hashed phrases: names of parties and places, triggers, and the relevance
 * gate.
 *
 * <p>Main types: {@link org.chancery.analysis.lexicon.Phrases}, {@link
 * org.chancery.analysis.lexicon.Names}. Trap: matching never changes the length of the text, so
 * offsets are the document's.
 */
@NullMarked
package org.chancery.analysis.lexicon;

import org.jspecify.annotations.NullMarked;
