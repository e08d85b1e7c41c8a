/**
 * Fetching over HTTP, for who asked for it. {@link org.chancery.ingest.fetch.Fetcher} is the way
 * in: it bounds time and size, keeps to robots.txt and a pause between requests to a host, and
 * refuses addresses that are not public. Trap: an address is checked when it is resolved and the
 * connection goes to the very address checked; a check of the name alone would not hold.
 */
@NullMarked
package org.chancery.ingest.fetch;

import org.jspecify.annotations.NullMarked;
