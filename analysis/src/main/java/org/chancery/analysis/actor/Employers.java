package org.chancery.analysis.actor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** What the words beside a name tell of its bearer: the kind, whose he or she is, and where. */
final class Employers {
  /** Ranks are those of armies, and of police, ships and fire brigades too. */
  private static final List<String> RANK = List.of("MIL");

  private static final Pattern OF_BODY =
      Pattern.compile(", (?:\\d{1,2}, )?the (?<noun>\\p{Ll}+)['\u2019]s (?:[\\p{L}-]+ ){0,2}");

  private static final Set<List<String>> FORCES = Set.of(RANK, List.of("COP"));

  private static final int NEARBY = 60;

  private final Resolution resolution;
  private final Owners owners;
  private final Bodies bodies;
  private final Discourse discourse;

  Employers(Resolution resolution, Owners owners, Bodies bodies, Discourse discourse) {
    this.resolution = resolution;
    this.owners = owners;
    this.bodies = bodies;
    this.discourse = discourse;
  }

  /** "An analyst at a bank": what the first of some chunks that tells a kind tells. */
  List<String> further(List<Chunk> chunks) {
    for (Chunk one : chunks) {
      Part body = one.body();
      List<String> sectors =
          body != null && !body.isPlace()
              ? resolution.body(body).sectors()
              : Resolution.sectors(one);
      if (!sectors.isEmpty()) {
        return sectors;
      }
    }
    return List.of();
  }

  /** "Vera Lund, the group's coordinator": the body that the words between speak of, or null. */
  @Nullable Actor ofBody(Chunk name, Chunk beside) {
    Matcher own =
        OF_BODY.matcher(
            resolution
                .text()
                .substring(name.span().end(), Math.max(name.span().end(), beside.span().begin())));
    String noun = own.matches() ? own.group("noun") : null;
    Discourse.Said said =
        noun == null ? null : discourse.last(s -> !s.isPerson() && bodies.takesUp(noun, s.actor()));
    return said == null ? null : said.actor();
  }

  /** "Vice president of the firm": the last party so called, with its country, or null. */
  @Nullable Actor employer(Chunk beside) {
    Chunk of = beside.of();
    if (of == null || of.role() == null || !of.isBare()) {
      return null;
    }
    String noun = " " + of.text();
    Discourse.Said said =
        discourse.last(
            s -> !s.isPerson() && s.actor().country() != null && s.mention().text().endsWith(noun));
    return said == null ? null : said.actor();
  }

  /**
   * The police, where a rank stands alone and the last force spoken of is theirs; else as given.
   */
  List<String> force(@Nullable String country, List<String> otherwise) {
    Discourse.Said last =
        discourse.last(
            s ->
                discourse.isNear(s)
                    && Objects.equals(s.actor().country(), country)
                    && FORCES.contains(s.actor().sectors()));
    return last == null ? otherwise : last.actor().sectors();
  }

  /** The country of the first of some chunks that tells one; a place's own country after it. */
  @Nullable String where(List<Chunk> chunks) {
    for (int i = 0; i < chunks.size(); i++) {
      Chunk one = chunks.get(i);
      String owner = resolution.owner(one);
      String place = owner == null ? resolution.place(one) : owner;
      if (place != null) {
        Chunk next = i + 1 < chunks.size() ? chunks.get(i + 1) : null;
        boolean more =
            next != null && next.country() != null && next.span().begin() - one.span().end() == 2;
        String wider = next != null && more ? resolution.owner(next) : null;
        return wider == null ? place : wider;
      }
    }
    return null;
  }

  /** The country of what follows close upon a name. */
  @Nullable String near(Chunk name, List<Chunk> rest) {
    return where(
        rest.stream()
            .filter(c -> c.span().begin() - name.span().end() <= NEARBY && c.person() == null)
            .toList());
  }

  /** The sectors of a role beside a name, or of the body whose it is; else those given. */
  List<String> told(Chunk beside, List<String> otherwise) {
    Part part = beside.role();
    if (part == null) {
      return otherwise;
    }
    Term role = Objects.requireNonNull(part.role());
    Actor owned = owners.party(beside, role);
    return owned != null && !owned.sectors().isEmpty() ? owned.sectors() : role.values();
  }
}
