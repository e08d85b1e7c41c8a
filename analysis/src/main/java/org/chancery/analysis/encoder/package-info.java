/**
 * The small encoder: word pieces, blind input, the ONNX session and its heads.
 *
 * <p>Main types: {@link org.chancery.analysis.encoder.WordPieceTokenizer}, {@link
 * org.chancery.analysis.encoder.EncoderInput}. Trap: token offsets point into the document, though
 * names are replaced by placeholders.
 */
@NullMarked
package org.chancery.analysis.encoder;

import org.jspecify.annotations.NullMarked;
