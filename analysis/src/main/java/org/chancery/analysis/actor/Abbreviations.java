package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations that a report introduces: "the Lakeside Farmers Union (LFU)". A full name that no
 * list has becomes a body of its own, its sectors by the kind of body that it names.
 */
final class Abbreviations {
  private static final String LONG =
      "\\p{Lu}[\\p{L}\\p{M}'\u2019-]+(?:(?:"
          + " (?:of|for|the|and|de|del|la|las|los|des|du|di|et|e|y|&|in|on|against|to|na|da|do|pour|par|au|aux|und|per|van|with|without)){0,4}"
          + " \\p{Lu}[\\p{L}\\p{M}'\u2019-]+){1,9}";

  /** "Name (ABC)", "Name, or ABC,", "Name, known by its French acronym ABC". */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?<long>"
              + LONG
              + ")(?: \\((?:the |or |known as )?(?<short>\\p{Lu}[\\p{L}\\d.-]{1,11})(?:,"
              + " [^)]{1,60})?\\)|,? (?:or|(?:also |better |commonly )?known (?:as|by (?:its|the)"
              + " (?:\\p{Lu}?\\p{Ll}+ )?(?:acronym|initials|abbreviation))|abbreviated(?: as|"
              + " to)?|\u2014|\u2013)(?: the)? (?<other>\\p{Lu}{2}[\\p{L}\\d-]{0,9})(?=[,.;:)]|"
              + " \u2014| \u2013))");

  /** "ABC (Name)", "ABC, short for the Name". */
  private static final Pattern EXPLAINED =
      Pattern.compile(
          "(?<short>\\p{Lu}{2}[\\p{L}\\d-]{0,9})(?: \\((?:the )?(?<long>"
              + LONG
              + ")\\)|,? (?:short for|which stands for|that is|or)(?: the)? (?<other>"
              + LONG
              + "))");

  /** What is said of a body right before its name. */
  private static final Pattern KIND =
      Pattern.compile(
          "(?:\\b(?<rebels>rebels?|guerrillas?|insurgents?|separatists?|militants?)|\\b(?:opposition"
              + " |ruling |governing )?party)(?: (?:group|movement|alliance|coalition|force))?(?:"
              + " of the| of|,? the|,? called the| from the)? $");

  private final Map<String, Name> bodies = new HashMap<>();
  private final List<Phrases.Hit<Name>> longForms = new ArrayList<>();
  private final @Nullable Pattern shortForms;

  Abbreviations(
      String text,
      List<Phrases.Hit<Name>> names,
      Bodies words,
      Parties parties,
      Discourse discourse) {
    Matcher matcher = INTRODUCED.matcher(text);
    while (matcher.find()) {
      String group = matcher.group("short") == null ? "other" : "short";
      add(
          text,
          new Span(matcher.start("long"), matcher.end("long")),
          matcher.group(group),
          names,
          words,
          parties,
          discourse);
    }
    matcher = EXPLAINED.matcher(text);
    while (matcher.find()) {
      String group = matcher.group("long") == null ? "other" : "long";
      add(
          text,
          new Span(matcher.start(group), matcher.end(group)),
          matcher.group("short"),
          names,
          words,
          parties,
          discourse);
    }
    shortForms =
        bodies.isEmpty()
            ? null
            : Pattern.compile(
                "(?<![\\p{L}\\d])(?:"
                    + String.join("|", bodies.keySet().stream().map(Pattern::quote).toList())
                    + ")(?![\\p{L}\\d])");
  }

  private void add(
      String text,
      Span name,
      String shortForm,
      List<Phrases.Hit<Name>> names,
      Bodies words,
      Parties parties,
      Discourse discourse) {
    Span full = initialed(text, name, shortForm, names);
    if (full == null || isPerson(full, names)) {
      return;
    }
    Name body = known(full, names, discourse);
    Name party = parties.abbreviated(shortForm, full.of(text), discourse);
    if (party != null && (body == null || !party.id().equals(body.id()))) {
      body = party;
      longForms.add(new Phrases.Hit<>(full, List.of(body)));
    }
    if (body == null) {
      body = unlisted(text, full, names, words, discourse);
      longForms.add(new Phrases.Hit<>(full, List.of(body)));
    }
    bodies.putIfAbsent(shortForm, body);
  }

  private static boolean isPerson(Span full, List<Phrases.Hit<Name>> names) {
    return names.stream()
        .anyMatch(
            hit ->
                hit.values().get(0).kind() == Name.Kind.PERSON
                    && hit.span().overlaps(full)
                    && hit.span().length() * 3 >= full.length() * 2);
  }

  /**
   * The full name before a bracket: a known name that ends there, else the shortest run of words
   * with as many capitals as the abbreviation, the first of them the same.
   */
  private static @Nullable Span initialed(
      String text, Span full, String shortForm, List<Phrases.Hit<Name>> names) {
    for (Phrases.Hit<Name> hit : names) {
      Name.Kind kind = hit.values().get(0).kind();
      boolean body = kind == Name.Kind.ORGANISATION || kind == Name.Kind.GROUP;
      if (body && hit.span().end() == full.end() && hit.span().length() > shortForm.length()) {
        return hit.span();
      }
    }
    int letters = (int) shortForm.chars().filter(Character::isUpperCase).count();
    int capitals = 0;
    for (int i = full.end() - 1; i >= full.begin(); i--) {
      boolean start = i == full.begin() || !Character.isLetter(text.charAt(i - 1));
      if (start && Character.isUpperCase(text.charAt(i))) {
        capitals++;
        boolean same =
            Character.toLowerCase(text.charAt(i)) == Character.toLowerCase(shortForm.charAt(0));
        if (same && (capitals >= letters || letters < 2)) {
          return new Span(i, full.end());
        }
        if (capitals > letters + 3) {
          break;
        }
      }
    }
    // letters of another language: "the General Union of Algerian Workers (UGTA)"
    boolean foreign = letters >= 3 && letters == shortForm.length();
    return foreign && full.of(text).split(" ").length >= 3 ? full : null;
  }

  /** Whether other names of a report are of a country. */
  private static boolean isNamed(
      @Nullable String country, Phrases.Hit<Name> hit, List<Phrases.Hit<Name>> names) {
    return names.stream()
        .anyMatch(
            n ->
                !n.values().equals(hit.values())
                    && java.util.Objects.equals(n.values().get(0).country(), country));
  }

  private static @Nullable Name known(
      Span full, List<Phrases.Hit<Name>> names, Discourse discourse) {
    for (Phrases.Hit<Name> hit : names) {
      Name.Kind kind = hit.values().get(0).kind();
      boolean body = kind == Name.Kind.ORGANISATION || kind == Name.Kind.GROUP;
      if (body && hit.span().overlaps(full) && hit.span().length() * 3 >= full.length() * 2) {
        Name best =
            hit.values().stream()
                .max(Comparator.comparingDouble(name -> discourse.weight(name.country())))
                .orElseThrow();
        boolean foreign =
            best.country() != null
                && discourse.isCountry(best.country())
                && !best.country().equals(discourse.focus())
                && !isNamed(best.country(), hit, names);
        return foreign ? null : best; // another "National Liberation Army"
      }
    }
    return null;
  }

  private static Name unlisted(
      String text, Span full, List<Phrases.Hit<Name>> names, Bodies words, Discourse discourse) {
    String country = discourse.focus();
    List<String> sectors = words.sectorsOf(full.of(text));
    Matcher kind = KIND.matcher(text.substring(Math.max(0, full.begin() - 40), full.begin()));
    if (kind.find()) {
      sectors = List.of(kind.group("rebels") != null ? "REB" : "PTY");
    }
    String of = country;
    for (Phrases.Hit<Name> hit : names) {
      Name part = hit.values().get(0);
      boolean place = part.kind() == Name.Kind.PLACE && country != null;
      if (full.overlaps(hit.span())
          && part.kind() != Name.Kind.PERSON
          && part.country() != null
          && discourse.isCountry(part.country())
          && (!place || isNamed(part.country(), hit, names))) {
        of = part.country();
      }
    }
    String name = full.of(text);
    return new Name(Name.Kind.ORGANISATION, "body:" + name, name, of, sectors, null, null, null);
  }

  /** Full names that no list has, and abbreviations, in a sentence. */
  List<Part> parts(String text, Span sentence) {
    List<Part> parts = new ArrayList<>();
    for (Phrases.Hit<Name> hit : longForms) {
      if (sentence.contains(hit.span())) {
        parts.add(Part.of(hit));
      }
    }
    if (shortForms != null) {
      Matcher matcher = shortForms.matcher(text).region(sentence.begin(), sentence.end());
      while (matcher.find()) {
        Name body = bodies.get(matcher.group());
        if (body != null) {
          parts.add(new Part(new Span(matcher.start(), matcher.end()), List.of(body), null));
        }
      }
    }
    return parts;
  }
}
