/**
 * From the codebook's examples to the encoder's weights; never on the run-time path.
 *
 * <p>Main type: {@link org.chancery.training.Train}. Trap: the word embeddings stay as they are
 * (only the reserved tokens learn), so that the int8 graph's embedding table needs no new scale.
 */
@NullMarked
package org.chancery.training;

import org.jspecify.annotations.NullMarked;
