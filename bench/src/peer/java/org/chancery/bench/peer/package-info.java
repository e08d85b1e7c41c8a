/**
 * The peer of the measures, Stanford CoreNLP (GPL 3): {@link org.chancery.bench.peer.PeerBench}.
 * Built with the profile {@code peer} only. Trap: what is compiled here is a work together with
 * CoreNLP; it is for measuring, and never given out.
 */
@NullMarked
package org.chancery.bench.peer;

import org.jspecify.annotations.NullMarked;
