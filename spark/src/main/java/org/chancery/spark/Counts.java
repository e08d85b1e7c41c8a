package org.chancery.spark;

/** How many documents ended how, counted in what was written. */
public record Counts(long coded, long skipped, long failed, long rejected, long eventMentions) {}
