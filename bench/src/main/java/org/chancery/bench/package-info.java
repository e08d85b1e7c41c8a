/**
 * Measures of the record: {@link org.chancery.bench.RecordBench} makes a large one from codebook
 * examples, asks it over HTTP, and adds to it. Trap: what is made says nothing about the world, it
 * only has the shape of a record.
 */
@NullMarked
package org.chancery.bench;

import org.jspecify.annotations.NullMarked;
