package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Finds mentions of parties and says who they are on the day of the report: country, role and name
 * that stand side by side make one mention; offices resolve by date; surnames, pronouns and
 * counterparts by what came before.
 */
public final class ActorResolver implements Stage {
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile(
          "\\b\\p{Lu}[\\p{L}'\u2019-]+(?:\\s+(?:(?:al|el|bin|ibn|de|da|van|von|der)[ -])?\\p{Lu}[\\p{L}'\u2019-]+){1,3}");
  private static final Pattern NAME_GOES_ON = Pattern.compile(" \\p{Lu}\\p{Ll}+");
  private static final Pattern QUALIFIER =
      Pattern.compile(
          "[-\u2010\u2011](?:backed|based|sponsored|supported|funded|financed|trained|armed|born|made|built|brokered|mediated|occupied|allied|aligned|supplied|educated)\\b");
  private static final int SENTENCE_AWAY = 120;
  private static final Pattern PRONOUN = Pattern.compile("\\b(?:[Hh]e|[Ss]he)\\b");
  private final OfficeHolders offices;

  /** Uses the holders of offices. */
  public ActorResolver(OfficeHolders offices) {
    this.offices = offices;
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.NAMES, Layers.TERMS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.ACTORS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    Resolution resolution = new Resolution(analysis.document(), offices);
    List<ActorMention> mentions = new ArrayList<>();
    List<Phrases.Hit<Name>> names = analysis.get(Layers.NAMES);
    List<Phrases.Hit<Term>> terms = analysis.get(Layers.TERMS);
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      List<Part> parts = new ArrayList<>();
      for (Phrases.Hit<Name> hit : sentence.among(names, Phrases.Hit::span)) {
        if (!onlyQualifies(analysis.text(), hit.span().end())
            && !otherPerson(analysis.text(), hit)) {
          parts.add(Part.of(hit));
        }
      }
      addRoles(sentence.among(terms, Phrases.Hit::span), parts);
      addUnknownNames(analysis.text(), sentence, parts);
      parts.sort(Comparator.comparing(Part::span));
      for (Chunk chunk : Chunk.join(analysis.text(), parts)) {
        ActorMention mention = resolution.resolve(chunk);
        if (mention != null) {
          mentions.add(mention);
        }
      }
      addPronouns(analysis.text(), sentence, resolution, mentions);
    }
    mentions.sort(Comparator.comparing(ActorMention::span));
    return analysis.with(Layer.ACTORS, mentions);
  }

  /** Whether a name is but the first half of "X-backed", "X-born": no party of its own. */
  private static boolean onlyQualifies(String text, int end) {
    return QUALIFIER.matcher(text).region(end, text.length()).lookingAt();
  }

  /** Whether a known surname is but a part of somebody else's name ("Hadi Barakat"). */
  private static boolean otherPerson(String text, Phrases.Hit<Name> hit) {
    boolean surname =
        hit.values().get(0).kind() == Name.Kind.PERSON && hit.span().of(text).indexOf(' ') < 0;
    return surname
        && NAME_GOES_ON.matcher(text).region(hit.span().end(), text.length()).lookingAt();
  }

  /** Titles and agents, longest first, that no name covers. */
  private static void addRoles(List<Phrases.Hit<Term>> words, List<Part> parts) {
    List<Part> roles = new ArrayList<>();
    for (Phrases.Hit<Term> hit : words) {
      for (Term.Kind kind : List.of(Term.Kind.TITLE, Term.Kind.AGENT)) {
        hit.values().stream()
            .filter(t -> t.kind() == kind)
            .findFirst()
            .ifPresent(t -> roles.add(new Part(hit.span(), null, t)));
      }
    }
    roles.sort(Comparator.comparingInt(part -> -part.span().length()));
    for (Part role : roles) {
      if (parts.stream().noneMatch(part -> part.span().overlaps(role.span()))) {
        parts.add(role);
      }
    }
  }

  private static void addUnknownNames(String text, Span sentence, List<Part> parts) {
    Matcher matcher = UNKNOWN_NAME.matcher(text).region(sentence.begin(), sentence.end());
    List<Part> unknown = new ArrayList<>();
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      for (Part part : parts) {
        if (part.span().overlaps(span) && part.span().begin() <= span.begin()) {
          int begin = part.span().end();
          while (begin < span.end() && !Character.isLetter(text.charAt(begin))) {
            begin++;
          }
          span = new Span(Math.min(begin, span.end()), span.end());
        }
      }
      Span free = span;
      if (free.length() > 2 && parts.stream().noneMatch(part -> part.span().overlaps(free))) {
        unknown.add(new Part(free, null, null));
      }
    }
    parts.addAll(unknown);
  }

  private static void addPronouns(
      String text, Span sentence, Resolution resolution, List<ActorMention> mentions) {
    Matcher matcher = PRONOUN.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      ActorMention antecedent = antecedent(span, sentence, mentions);
      if (antecedent != null) {
        mentions.add(resolution.pronoun(span, antecedent));
      }
    }
  }

  /**
   * The person a pronoun refers back to: the first one of its own sentence, else the first of the
   * last sentence that names one, which mostly is its subject.
   */
  private static @Nullable ActorMention antecedent(
      Span pronoun, Span sentence, List<ActorMention> mentions) {
    ActorMention last = null;
    for (ActorMention mention : mentions) {
      boolean person =
          mention.form() == ActorMention.Form.OFFICE
              || (mention.actor() != null && mention.actor().id().startsWith("person:"));
      if (!person || mention.actor() == null || mention.span().end() > pronoun.begin()) {
        continue;
      }
      if (mention.span().begin() >= sentence.begin()) {
        return mention;
      }
      if (last == null || mention.span().begin() - last.span().end() > SENTENCE_AWAY) {
        last = mention;
      }
    }
    return last;
  }
}
