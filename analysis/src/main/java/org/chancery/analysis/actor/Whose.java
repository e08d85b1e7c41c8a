package org.chancery.analysis.actor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.ActorMention;
import org.jspecify.annotations.Nullable;

/** Of whom "his", "her", "its" or a genitive right before a role speaks: "its commission chief". */
final class Whose {
  private static final Pattern OWN =
      Pattern.compile(
          "\\b([Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
              + " (?:(?:new|own|first|outgoing|incoming|former|late|then|acting|current|veteran|long-serving|longtime|old|future|erstwhile|one-time|immediate|direct|powerful|ailing|eventual|likely|designated|chosen)"
              + " )?$");

  /** Right behind a body, what leads to whose it is: "a delegation led by its chairman". */
  private static final Pattern LED =
      Pattern.compile(",? (?:\\p{Ll}+ed|run|and|through|with) (?:by |through )?");

  private final Resolution resolution;
  private final Discourse discourse;

  Whose(Resolution resolution, Discourse discourse) {
    this.resolution = resolution;
    this.discourse = discourse;
  }

  /** The mention whose genitive ends right before a chunk, or that a possessive there means. */
  Discourse.@Nullable Said of(Chunk chunk) {
    Discourse.Said owner = discourse.possessor(chunk.span().begin());
    return owner == null ? own(chunk) : owner;
  }

  /** Whom the possessive pronoun right before a chunk means, or null. */
  Discourse.@Nullable Said own(Chunk chunk) {
    Matcher own = OWN.matcher(chunk.before());
    if (!own.find()) {
      return null;
    }
    String word = own.group(1).toLowerCase(Locale.ROOT);
    if (word.equals("its") || word.equals("their")) {
      Discourse.Said last = discourse.last(Whose::isThing);
      int at = chunk.span().begin() - chunk.before().length() + own.start();
      boolean led =
          last != null
              && last.span().end() < at
              && LED.matcher(discourse.between(last.span().end(), at)).matches();
      return led ? last : word.equals("its") ? its() : null;
    }
    String gender = word.equals("his") ? "m" : "f";
    int begin = chunk.span().begin() - chunk.before().length() + own.start();
    Discourse.Said joined = discourse.joined(resolution.text(), begin, gender);
    if (joined != null) {
      return joined;
    }
    Discourse.Said person = discourse.person(gender);
    Discourse.Said official = official();
    boolean first =
        official != null
            && (person == null
                || person.sentence() < official.sentence()
                || person.span().begin() > official.span().begin());
    return first ? official : person;
  }

  /** The first official of this sentence whom no list has: "Ireland's justice minister". */
  private Discourse.@Nullable Said official() {
    for (Discourse.Said one : discourse.said()) {
      if (one.sentence() == discourse.sentence()
          && one.mention().form() == ActorMention.Form.OFFICE
          && !one.isPerson()
          && !one.office().isEmpty()
          && one.actor().country() != null
          && one.actor().members().isEmpty()) {
        return one;
      }
    }
    return null;
  }

  /**
   * The office right before "and" that a role without an article shares its owner with: "his
   * defence secretary and secretary of state"; or null.
   */
  Discourse.@Nullable Said sharing(Chunk chunk) {
    Discourse.Said last = discourse.last(s -> true);
    return last != null
            && last.mention().form() == ActorMention.Form.OFFICE
            && last.span().end() <= chunk.span().begin()
            && discourse.between(last.span().end(), chunk.span().begin()).equals(" and ")
        ? last
        : null;
  }

  /** The first body or country of this sentence, else the last one. */
  private Discourse.@Nullable Said its() {
    for (Discourse.Said one : discourse.said()) {
      if (one.sentence() == discourse.sentence() && isThing(one)) {
        return one;
      }
    }
    return discourse.last(Whose::isThing);
  }

  private static boolean isThing(Discourse.Said one) {
    return !one.isPerson() && one.actor().country() != null;
  }
}
