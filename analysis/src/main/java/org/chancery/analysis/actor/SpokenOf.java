package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** How a report has spoken of persons: as "he" or "she", and by which nouns. */
final class SpokenOf {
  private final Genders genders;
  private final Map<String, String> shown = new HashMap<>();
  private final Map<String, Set<String>> called = new HashMap<>();

  SpokenOf(Genders genders) {
    this.genders = genders;
  }

  /** Remembers a noun that was said of a person: "a nurse". */
  void call(Actor person, String noun) {
    called.computeIfAbsent(person.id(), k -> new HashSet<>()).add(noun);
  }

  /** Whether a noun was said of a person. */
  boolean isCalled(Actor person, String noun) {
    return called.getOrDefault(person.id(), Set.of()).stream()
        .anyMatch(said -> said.equals(noun) || said.endsWith(" " + noun)); // "fire chief"
  }

  /** Whether a person is of a gender, by name or pronoun, or nothing tells. */
  boolean isOf(Discourse.Said one, String gender) {
    if (one.actor().id().startsWith("unresolved:") && genders.isThing(one.actor().name())) {
      return false;
    }
    String known = known(one);
    return gender.isEmpty() || known.isEmpty() || known.contains(gender);
  }

  /** Whether a name or pronoun tells that a person is of a gender. */
  boolean isSurelyOf(Discourse.Said one, String gender) {
    return known(one).equals(gender);
  }

  private String known(Discourse.Said one) {
    String told = shown.get(one.actor().id());
    return told == null
        ? genders.of(one.mention().text(), one.actor().name(), one.actor().country())
        : told;
  }

  /** Remembers that a person was spoken of as "he" or "she". */
  void show(Actor person, String gender) {
    shown.putIfAbsent(person.id(), gender);
  }

  /** The gender that a pronoun gave a person, or null. */
  @Nullable String shown(Actor person) {
    return shown.get(person.id());
  }
}
