/**
 * Reads the codebook: lists, examples and their marks, in layers, with file and line in every
 * message.
 *
 * <p>Main types: {@link org.chancery.analysis.codebook.Codebook}, {@link
 * org.chancery.analysis.codebook.Example}. Trap: a user's layer replaces a row of the same first
 * column, and removes it where the row starts with an exclamation mark.
 */
@NullMarked
package org.chancery.analysis.codebook;

import org.jspecify.annotations.NullMarked;
