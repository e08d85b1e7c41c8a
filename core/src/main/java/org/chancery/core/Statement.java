package org.chancery.core;

/** What a source says on an issue, with stance ({@code for against neutral}) and act. */
public record Statement(
    String id, String attribution, String issue, String stance, String act, Span span) {}
