package org.chancery.analysis.actor;

import java.util.List;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** A piece of a mention: a known name, a role word, or (both null) a name that no list has. */
record Part(Span span, @Nullable List<Name> names, @Nullable Term role) {
  static Part of(Phrases.Hit<Name> hit) {
    return new Part(hit.span(), hit.values(), null);
  }

  Name.@Nullable Kind kind() {
    return names == null ? null : names.get(0).kind();
  }

  boolean isCountry() {
    Name.Kind kind = kind();
    return kind == Name.Kind.COUNTRY || kind == Name.Kind.ADJECTIVE || kind == Name.Kind.METONYM;
  }

  boolean isBody() {
    Name.Kind kind = kind();
    return kind == Name.Kind.ORGANISATION || kind == Name.Kind.GROUP || kind == Name.Kind.PEOPLE;
  }

  boolean isPerson() {
    return kind() == Name.Kind.PERSON || (names == null && role == null);
  }

  boolean isPlace() {
    return kind() == Name.Kind.PLACE;
  }

  /** A body of a state that has a name of its own, such as a palace: "the White House". */
  boolean isOfOneState() {
    Name name = names == null ? null : names.get(0);
    return name != null && name.country() != null && name.id().startsWith(name.country() + ":");
  }

  /** A noun for a government or its forces. */
  boolean isOfState() {
    return role != null && !isTitle() && role.values().equals(List.of("GOV"));
  }

  /** A noun for an armed force or the police. */
  boolean isForce() {
    return role != null
        && !isTitle()
        && List.of("army", "navy", "air force", "police", "military").contains(role.key());
  }

  /** A title of any kind of body: "assistant". */
  boolean tellsNothing() {
    return role != null && role.values().isEmpty();
  }

  boolean isTitle() {
    return role != null && role.kind() == Term.Kind.TITLE;
  }
}
