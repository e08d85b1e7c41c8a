package org.chancery.core;

import java.util.List;

/** All that is kept of one document: the form that output, store and readers share. */
public record DocumentRecord(
    Document document,
    Outcome outcome,
    List<ActorMention> actors,
    List<PlaceMention> places,
    List<TimeMention> times,
    List<EventMention> eventMentions,
    List<Event> events,
    List<Attribution> attributions,
    List<Statement> statements,
    List<Figure> figures,
    List<Framing> framings,
    Versions versions) {

  /** The record of an analysis that a pipeline has finished. */
  public static DocumentRecord of(Analysis analysis, Outcome outcome, Versions versions) {
    return new DocumentRecord(
        analysis.document(),
        outcome,
        analysis.get(Layer.ACTORS),
        analysis.get(Layer.PLACES),
        analysis.get(Layer.TIMES),
        analysis.get(Layer.EVENT_MENTIONS),
        analysis.get(Layer.EVENTS),
        analysis.get(Layer.ATTRIBUTIONS),
        analysis.get(Layer.STATEMENTS),
        analysis.get(Layer.FIGURES),
        analysis.get(Layer.FRAMINGS),
        versions);
  }
}
