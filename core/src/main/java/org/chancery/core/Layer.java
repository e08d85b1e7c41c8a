package org.chancery.core;

/**
 * The name of one kind of annotation of an {@link Analysis}. Two layers are the same when they are
 * the same object.
 *
 * @param <T> what the layer holds
 */
@SuppressWarnings("UnusedTypeParameter") // ties a layer to the type of its list
public final class Layer<T> {
  /** Sentences, in order, not overlapping. */
  public static final Layer<Span> SENTENCES = new Layer<>("sentences");

  /** Mentions of parties. */
  public static final Layer<ActorMention> ACTORS = new Layer<>("actors");

  /** Mentions of places. */
  public static final Layer<PlaceMention> PLACES = new Layer<>("places");

  /** Time expressions. */
  public static final Layer<TimeMention> TIMES = new Layer<>("times");

  /** Coded event mentions. */
  public static final Layer<EventMention> EVENT_MENTIONS = new Layer<>("event_mentions");

  /** Linked events. */
  public static final Layer<Event> EVENTS = new Layer<>("events");

  /** Who says what. */
  public static final Layer<Attribution> ATTRIBUTIONS = new Layer<>("attributions");

  /** What sources say on issues. */
  public static final Layer<Statement> STATEMENTS = new Layer<>("statements");

  /** Counted quantities. */
  public static final Layer<Figure> FIGURES = new Layer<>("figures");

  /** Loaded expressions. */
  public static final Layer<Framing> FRAMINGS = new Layer<>("framings");

  private final String name;

  /** Makes a new layer; {@code name} is for messages. */
  public Layer(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
