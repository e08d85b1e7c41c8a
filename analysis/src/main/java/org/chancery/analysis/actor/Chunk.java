package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Parts that stand side by side and make one mention: of which country or body, in what role, by
 * what name.
 *
 * @param before the words before it, to tell places and "former" ones by
 * @param of the chunk that its role belongs to ("a spokesman for the Iraqi interior ministry")
 */
record Chunk(
    Span span,
    String text,
    String before,
    @Nullable Part country,
    @Nullable Part body,
    @Nullable Part role,
    @Nullable Part person,
    @Nullable Chunk of) {
  private static final Pattern ADJACENT = Pattern.compile("(?:['\u2019]s?)?[ -]?");
  private static final Pattern MODIFIED =
      Pattern.compile(
          "(?:['\u2019]s?)?(?:"
              + " (?!and\\b|or\\b|in\\b|to\\b|of\\b|for\\b|by\\b|with\\b|on\\b|at\\b|from\\b|has\\b|had\\b|have\\b|is\\b|are\\b|was\\b|were\\b|will\\b|said\\b|the\\b|a\\b|that\\b|as\\b|who\\b)(?:[\\p{Ll}-]+|\\p{Lu}\\p{Ll}+(?:an|ic|ist))){0,2}"
              + " ");
  private static final Pattern PLACED = Pattern.compile("(?i)\\b(?:in|at|from|near) (?:the )?$");
  private static final Pattern OF =
      Pattern.compile(",? (?:of|for|from) (?:the |a |an )?(?:(?!\\p{Ll}+ing )[\\p{Ll}-]+ )?");
  private static final Pattern NOUN = Pattern.compile("\\p{Lu}\\p{Ll}+(?:wo)?man");
  private static final int CONTEXT = 40;

  /** Joins parts from left to right; a part that doesn't fit the open chunk opens the next. */
  static List<Chunk> join(String text, Span sentence, List<Part> parts) {
    List<Chunk> chunks = new ArrayList<>();
    Chunk open = null;
    for (Part part : parts) {
      Chunk joined = open == null ? null : open.with(text, part);
      Chunk leader = joined == null ? null : joined.of;
      if (joined != null && leader != null && joined.person != null && leader.isWithin(joined)) {
        chunks.add(leader); // "Orlov's spokesman Egor Belov": two persons
        joined = joined.from(text, leader.span.end());
      }
      if (joined == null) {
        if (open != null) {
          chunks.add(open);
        }
        joined = single(text, sentence, part);
      }
      open = joined;
    }
    if (open != null) {
      chunks.add(open);
    }
    return belonging(text, chunks);
  }

  /** Ties a role without a country to the party after "of", "for", "from" that it belongs to. */
  private static List<Chunk> belonging(String text, List<Chunk> chunks) {
    List<Chunk> tied = new ArrayList<>(chunks);
    for (int i = tied.size() - 2; i >= 0; i--) {
      Chunk one = tied.get(i);
      Chunk next = tied.get(i + 1);
      if (one.span.end() > next.span.begin() || one.country != null || one.role == null) {
        continue;
      }
      String gap = text.substring(one.span.end(), next.span.begin());
      boolean sent = gap.startsWith(" from ") && one.isEnvoy(); // "the ambassador from Tel Aviv"
      if (next.person == null && !sent && OF.matcher(gap).matches()) {
        boolean whole = one.person == null && !next.isBare();
        Span wider = whole ? one.span.union(next.span) : one.span;
        tied.set(
            i,
            new Chunk(
                wider,
                wider.of(text),
                one.before,
                one.country,
                one.body,
                one.role,
                one.person,
                next));
        if (whole) {
          tied.remove(i + 1);
        }
      }
    }
    return tied;
  }

  private boolean isWithin(Chunk other) {
    return span.begin() == other.span.begin();
  }

  /** The same without what stands before its role. */
  private Chunk from(String text, int end) {
    Span rest =
        new Span(Math.max(end, java.util.Objects.requireNonNull(role).span().begin()), span.end());
    return new Chunk(
        rest,
        rest.of(text),
        text.substring(Math.max(0, rest.begin() - CONTEXT), rest.begin()),
        country,
        body,
        role,
        person,
        of);
  }

  /** Whether it is one whom a state sends to another. */
  private boolean isEnvoy() {
    Part part = role;
    Term term = part == null ? null : part.role();
    return term != null && term.detail().equals("ambassador");
  }

  /** A role word with nothing that says whose. */
  boolean isBare() {
    return country == null && body == null && of == null;
  }

  private static Chunk single(String text, Span sentence, Part part) {
    int from = Math.max(sentence.begin(), part.span().begin() - CONTEXT);
    return new Chunk(
        part.span(),
        part.span().of(text),
        text.substring(from, part.span().begin()),
        part.isCountry() ? part : null,
        part.isBody() || part.isPlace() ? part : null,
        part.role() != null ? part : null,
        part.isPerson() ? part : null,
        null);
  }

  private @Nullable Chunk with(String text, Part part) {
    if (part.span().begin() < span.end()) {
      return null;
    }
    String gap = text.substring(span.end(), part.span().begin());
    boolean near = ADJACENT.matcher(gap).matches();
    boolean owner = country != null || body != null;
    boolean one = NOUN.matcher(text()).matches(); // "the Frenchman wants inspectors"
    boolean adjective =
        (country != null && body == null && country.kind() == Name.Kind.ADJECTIVE && !one)
            || (body != null && body.kind() == Name.Kind.PEOPLE);
    if (part.role() != null && !part.isTitle() && person != null && person.names() != null) {
      boolean theirs =
          gap.equals(" ") || (gap.length() > 1 && "'\u2019".indexOf(gap.charAt(0)) >= 0);
      Span wider = span.union(part.span()); // "the Orlov government", "Orlov's loyal troops"
      return theirs && MODIFIED.matcher(gap).matches()
          ? new Chunk(wider, wider.of(text), before, null, null, part, null, this)
          : null;
    }
    if (part.role() != null && person == null) {
      boolean qualifies = adjective || gap.startsWith("'") || gap.startsWith("\u2019");
      if (role == null && owner && (near || (qualifies && MODIFIED.matcher(gap).matches()))) {
        return grown(text, part, country, body, part, null);
      }
      if (role != null && near && !gap.isEmpty() && gap.charAt(0) == ' ') {
        boolean force = role.isForce() && !part.isTitle(); // "an army engineer"
        boolean head =
            !force
                && (part.isTitle() || !role.isTitle() || part.isOfState() || role.tellsNothing());
        return grown(text, part, country, body, head ? part : role, null);
      }
      return null;
    }
    boolean possessive = gap.startsWith("'") || gap.startsWith("\u2019");
    boolean noun = role == null && country != null && country.kind() != Name.Kind.ADJECTIVE;
    boolean seat = role == null && country != null && country.kind() == Name.Kind.METONYM;
    if (noun && part.isPerson() && gap.equals(" ") && (seat || PLACED.matcher(before).find())) {
      return null; // "in Guatemala Jimmy Morales took over", "under the Kremlin Ana Ruiz sang"
    }
    if (part.isPerson() && person == null && near && (role != null || country != null)) {
      return possessive && role != null ? null : grown(text, part, country, body, role, part);
    }
    boolean house = body != null && gap.equals(" ") && role == null && body.isOfOneState();
    if (part.isPerson() && person == null && body != null && !body.isPlace() && near && !house) {
      return grown(text, part, country, body, role, part);
    }
    boolean kind = role != null && !role.isTitle() && !text().endsWith("s");
    if (part.isBody() && kind && body == null && person == null && gap.equals(" ")) {
      return grown(text, part, country, part, role, null); // "the Spanish party Podemos"
    }
    if (part.isBody()
        && country != null
        && role == null
        && body == null
        && person == null
        && near) {
      return grown(text, part, country, part, null, null);
    }
    return null;
  }

  private Chunk grown(
      String text,
      Part last,
      @Nullable Part c,
      @Nullable Part b,
      @Nullable Part r,
      @Nullable Part p) {
    Span wider = span.union(last.span());
    return new Chunk(wider, wider.of(text), before, c, b, r, p, of);
  }
}
