package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * A title and a single name, by which somebody in office that day is meant: "President Mahama", "Mr
 * Morrison", "Sheikh Khalifa".
 */
final class TitledNames {
  private static final Pattern NAME =
      Pattern.compile(
          " (?<name>(?:(?:[Aa]l|[Ee]l)-)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]+?)(?:['\u2019]s)?(?![\\p{L}\\p{M}'\u2019-])(?! \\p{Lu}\\p{Ll})");

  private final OfficeHolders offices;
  private final Set<String> givenFirst = new HashSet<>();

  TitledNames(Codebook codebook, OfficeHolders offices) {
    this.offices = offices;
    codebook.table("lexicon/references.tsv").stream()
        .filter(row -> row.get("kind").equals("given"))
        .forEach(row -> givenFirst.add(row.get("word")));
  }

  /** Adds single names of no list that stand behind a title and are those of a holder. */
  void add(String text, Span sentence, Set<String> countries, String day, List<Part> parts) {
    List<Part> found = new ArrayList<>();
    for (Part part : parts) {
      boolean capital = Character.isUpperCase(text.charAt(part.span().begin()));
      Matcher name = NAME.matcher(text).region(part.span().end(), sentence.end());
      if (!part.isTitle() || !capital || !name.lookingAt()) {
        continue;
      }
      Span span = new Span(name.start("name"), name.end("name"));
      if (parts.stream().noneMatch(other -> other.span().overlaps(span) && !other.isPlace())
          && holder(part, name.group("name"), null, countries, day) != null) {
        found.add(new Part(span, null, null));
      }
    }
    parts.removeIf(part -> found.stream().anyMatch(one -> one.span().overlaps(part.span())));
    parts.addAll(found);
  }

  /**
   * Whom a title and a name mean on a day, of a country or else of those of the report: for a
   * single name the holder of the title's office, a minister for one of government, for any other
   * ("Mr Morrison") the highest holder of an office whose last name it is, or whose first one where
   * the title goes with that ("Sheikh Khalifa").
   */
  @Nullable Actor holder(
      @Nullable Part title, String name, @Nullable String country, Set<String> near, String day) {
    if (title == null || !title.isTitle()) {
      return null;
    }
    Term term = Objects.requireNonNull(title.role());
    boolean governs = term.detail().isEmpty() && term.values().contains("GOV");
    String office = governs ? OfficeHolders.MINISTER : term.detail();
    int space = name.lastIndexOf(' ');
    if (space >= 0) {
      return term.detail().isEmpty()
          ? null
          : offices.named(office, name.substring(space + 1), country, near, day);
    }
    Actor holder = office.isEmpty() ? null : offices.named(office, name, country, near, day);
    Set<String> countries = country == null ? near : Set.of(country);
    holder = holder == null ? highest(term, name, countries, day) : holder;
    return holder == null && !office.isEmpty()
        ? offices.surnameSoundingLike(name, countries, day)
        : holder;
  }

  /** The holder of the very office of a title, where a single name is of somebody else too. */
  Actor inOffice(
      Actor known,
      @Nullable Part title,
      String name,
      @Nullable String country,
      Set<String> near,
      String day) {
    String office =
        title == null || !title.isTitle() ? "" : Objects.requireNonNull(title.role()).detail();
    Actor.Office held = known.office();
    boolean other = held == null || !held.title().equals(office);
    Actor holder =
        other && name.indexOf(' ') < 0 && !office.isEmpty()
            ? offices.named(office, name, country, near, day)
            : null;
    return holder == null ? known : holder;
  }

  /** The highest holder of an office of some countries who is called so, null where several are. */
  private @Nullable Actor highest(Term title, String name, Set<String> countries, String day) {
    String key = PersonKeys.word(name);
    boolean given = givenFirst.contains(title.key());
    Holder best = null;
    boolean several = false;
    for (Holder holder : offices.inOffice(countries, day)) {
      if (!key.isEmpty() && holder.isCalled(key, given)) {
        int more = best == null ? 1 : holder.rankBeside("") - best.rankBeside("");
        boolean same = best != null && best.id().equals(holder.id());
        several = more <= 0 && (several || (more == 0 && !same));
        best = more > 0 ? holder : best;
      }
    }
    return best == null || several ? null : offices.actor(best, day);
  }
}
