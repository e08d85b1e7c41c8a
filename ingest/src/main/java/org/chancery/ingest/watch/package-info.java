/**
 * Polling of folders and feeds. {@link org.chancery.ingest.watch.Watch} gives what is new, round by
 * round; {@link org.chancery.ingest.watch.WatchState} is what it remembers between rounds and runs.
 * Trap: the state of a round is kept only after {@code commit}, so that what was read and not yet
 * written is read again.
 */
@NullMarked
package org.chancery.ingest.watch;

import org.jspecify.annotations.NullMarked;
