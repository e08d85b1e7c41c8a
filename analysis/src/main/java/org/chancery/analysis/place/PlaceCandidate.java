package org.chancery.analysis.place;

import java.util.List;
import org.chancery.core.Span;

/**
 * Words that may name a place.
 *
 * @param senses the places of that name, none for a name that no list has
 * @param score log-odds that the words name a place here
 * @param kind a feature given by the words themselves ("street", "river"), else empty
 * @param contained country or region that the words after it put it in ("Paris, Texas"), as its
 *     candidates' index in the text's order, or -1
 */
record PlaceCandidate(
    Span span, String text, List<Toponym> senses, double score, String kind, int contained) {
  PlaceCandidate {
    senses = List.copyOf(senses);
  }

  PlaceCandidate with(List<Toponym> others) {
    return new PlaceCandidate(span, text, others, score, kind, contained);
  }

  PlaceCandidate plus(double more) {
    return new PlaceCandidate(span, text, senses, score + more, kind, contained);
  }

  PlaceCandidate within(int index) {
    return new PlaceCandidate(span, text, senses, score, kind, index);
  }
}
