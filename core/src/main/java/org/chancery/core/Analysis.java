package org.chancery.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document with all layers found so far: immutable and stand-off. */
public final class Analysis {
  private final Document document;
  private final Map<Layer<?>, List<?>> layers;

  private Analysis(Document document, Map<Layer<?>, List<?>> layers) {
    this.document = document;
    this.layers = layers;
  }

  /** A document with no layer yet. */
  public static Analysis of(Document document) {
    return new Analysis(document, Map.of());
  }

  /** The document read. */
  public Document document() {
    return document;
  }

  /** The text read. */
  public String text() {
    return document.text();
  }

  /** What a layer holds; empty when no stage has provided it. */
  @SuppressWarnings("unchecked") // with() is the only way in, and it ties the list to the layer
  public <T> List<T> get(Layer<T> layer) {
    return (List<T>) layers.getOrDefault(layer, List.of());
  }

  /** This analysis with one layer set. */
  public <T> Analysis with(Layer<T> layer, List<T> values) {
    Map<Layer<?>, List<?>> next = new HashMap<>(layers);
    next.put(layer, List.copyOf(values));
    return new Analysis(document, next);
  }
}
