/**
 * Full-text search of a record: {@link org.chancery.store.search.SearchIndex} keeps a Lucene index
 * beside the record and asks it; {@link org.chancery.store.search.SearchQuery} is what is asked.
 *
 * <p>Trap: the index holds no text. Words and rows of a hit are read from the record that the index
 * was opened with, so the two have to be of one state; opening sees to that.
 */
@NullMarked
package org.chancery.store.search;

import org.jspecify.annotations.NullMarked;
