package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Parts that stand side by side and make one mention: of which country, in what role, by what name.
 */
record Chunk(
    Span span,
    String text,
    String before,
    @Nullable Part country,
    @Nullable Part body,
    @Nullable Part role,
    @Nullable Part person) {
  private static final Pattern ADJACENT = Pattern.compile("(?:['\u2019]s?)?[ -]?");
  private static final Pattern MODIFIED =
      Pattern.compile(
          "(?:['\u2019]s?)?(?: (?!and\\b|or\\b|in\\b|to\\b|of\\b|for\\b|by\\b|with\\b|on\\b|at\\b|from\\b|has\\b|had\\b|have\\b|is\\b|was\\b|will\\b|said\\b|the\\b|a\\b|that\\b|as\\b)[\\p{Ll}-]+){0,2} ");
  private static final Pattern OF = Pattern.compile(" (?:of|for|from) (?:the )?");

  /** Joins parts from left to right; a part that doesn't fit the open chunk opens the next. */
  static List<Chunk> join(String text, List<Part> parts) {
    List<Chunk> chunks = new ArrayList<>();
    Chunk open = null;
    for (Part part : parts) {
      Chunk joined = open == null ? null : open.with(text, part);
      if (joined == null) {
        if (open != null) {
          chunks.add(open);
        }
        joined = single(text, part);
      }
      open = joined;
    }
    if (open != null) {
      chunks.add(open);
    }
    return chunks;
  }

  private static Chunk single(String text, Part part) {
    String before = text.substring(Math.max(0, part.span().begin() - 24), part.span().begin());
    return new Chunk(
        part.span(),
        part.span().of(text),
        before,
        part.isCountry() ? part : null,
        part.isBody() || part.isPlace() ? part : null,
        part.role() != null ? part : null,
        part.isPerson() ? part : null);
  }

  private @Nullable Chunk with(String text, Part part) {
    if (part.span().begin() < span.end()) {
      return null;
    }
    String gap = text.substring(span.end(), part.span().begin());
    boolean near = ADJACENT.matcher(gap).matches();
    if (part.role() != null
        && person == null
        && (role == null ? country != null || body != null : near && country != null)) {
      return near || MODIFIED.matcher(gap).matches()
          ? grown(text, part, country, body, role == null ? part : role, null)
          : null;
    }
    if (part.role() != null
        && role != null
        && near
        && person == null
        && country == null
        && body == null) {
      return grown(text, part, null, null, role, null);
    }
    if (part.isPerson()
        && person == null
        && near
        && !gap.startsWith("'")
        && !gap.startsWith("\u2019")
        && (role != null || country != null)) {
      return grown(text, part, country, body, role, part);
    }
    if (part.isPerson()
        && country != null
        && role == null
        && person == null
        && gap.matches("['\u2019]s ")) {
      return grown(text, part, country, body, null, part);
    }
    if (part.isCountry()
        && role != null
        && country == null
        && person == null
        && OF.matcher(gap).matches()) {
      return grown(text, part, part, body, role, null);
    }
    if (part.isBody()
        && role != null
        && body == null
        && person == null
        && OF.matcher(gap).matches()) {
      return grown(text, part, country, part, role, null);
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
    return new Chunk(wider, wider.of(text), before, c, b, r, p);
  }
}
