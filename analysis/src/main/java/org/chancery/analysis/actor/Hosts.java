package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * "The host", "his guest", "the visitor": officials of whom one is in the other's country, which
 * the report passed through last or is mostly about.
 */
final class Hosts implements Reference {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:(?<m>[Hh]is)|(?<f>[Hh]er)|(?<p>[Tt]heir)|[Tt]he)(?: (?<adjective>\\p{Lu}\\p{L}+))?"
              + " (?:(?<host>host)|guest|visitor|(?<many>hosts|guests|visitors))\\b(?!['\u2019]?-|['\u2019]s | \\p{Lu}|"
              + " (?:country|nation|state|government|cit(?:y|ies)|team|broadcaster|famil(?:y|ies)|list|house|rooms?|workers?|book|communit(?:y|ies)|side|cent(?:er|re)))");

  private static final int FAR = 8;

  private final OfficeHolders offices;
  private final States states;
  private final Counterparts counterparts;

  Hosts(OfficeHolders offices, States states) {
    this.offices = offices;
    this.states = states;
    counterparts = new Counterparts(offices, states);
  }

  @Override
  public boolean isTentative(String words) {
    return true;
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    return Reference.all(WORDS, text, sentence);
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    Matcher matcher = WORDS.matcher(text).region(span.begin(), text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    String of =
        matcher.group("adjective") == null ? null : states.ofAdjective(matcher.group("adjective"));
    if (matcher.group("many") != null) {
      return of == null ? null : states.government(of); // "his Chinese hosts"
    }
    if (matcher.group("adjective") != null) {
      Discourse.Said said =
          discourse.last(s -> isOfficial(s) && of != null && of.equals(s.actor().country()));
      return said != null ? said.actor() : of == null ? null : like(text, span, of, discourse, day);
    }
    String gender = matcher.group("m") != null ? "m" : matcher.group("f") != null ? "f" : "";
    Discourse.Said subject = gender.isEmpty() ? null : discourse.person(gender);
    if (!gender.isEmpty() && subject == null) {
      return null;
    }
    if (matcher.group("p") != null && matcher.group("host") != null) {
      Discourse.Said guests = discourse.last(s -> !s.actor().members().isEmpty() || isOfficial(s));
      subject = guests == null || !discourse.isNear(guests) ? null : first(guests, discourse);
    }
    return matcher.group("host") != null
        ? host(subject, discourse, day)
        : guest(subject, discourse);
  }

  /** "His Moldovan guest": who holds there what the person spoken of holds. */
  private @Nullable Actor like(
      String text, Span span, String country, Discourse discourse, String day) {
    int begin = text.indexOf(' ', span.begin()) + 1;
    return counterparts.of(Counterparts.official(text, begin, discourse), country, day);
  }

  /** The countries in which a visit can be, the likeliest first. */
  private List<String> places(Discourse discourse) {
    List<String> places = new ArrayList<>();
    String passed = discourse.lastPassed();
    String focus = discourse.focus();
    for (String place : new String[] {passed, focus}) {
      if (place != null && states.isCountry(place)) {
        places.add(place);
      }
    }
    for (int back = 0; back <= FAR; back++) {
      for (String place : discourse.passedIn(back)) {
        if (!places.contains(place) && states.isCountry(place)) {
          places.add(place);
        }
      }
    }
    return places;
  }

  /** One of several guests, as he or she was spoken of. */
  private static Discourse.@Nullable Said first(Discourse.Said guests, Discourse discourse) {
    return guests.actor().members().isEmpty()
        ? guests
        : discourse.last(s -> s.actor().equals(guests.actor().members().get(0)));
  }

  /** An official of the country of the visit, other than the guest and those of his country. */
  private @Nullable Actor host(Discourse.@Nullable Said guest, Discourse discourse, String day) {
    String home = guest == null ? null : guest.actor().country();
    for (String place : places(discourse)) {
      if (place.equals(home)) {
        continue;
      }
      Predicate<Discourse.Said> official = s -> isOfficial(s) && place.equals(s.actor().country());
      Discourse.Said like = discourse.last(official.and(s -> isLike(s, guest)));
      Discourse.Said host = like == null ? discourse.last(official) : like;
      if (host != null) {
        return host.actor();
      }
      if (guest != null && !guest.office().isEmpty()) {
        String office =
            guest.office().startsWith("head-of-") ? states.leader(place) : guest.office();
        Actor holder = offices.holder(place, office, day);
        return holder == null ? offices.holder(place, states.leader(place), day) : holder;
      }
    }
    return guest == null ? null : foreigner(home, discourse);
  }

  /** Whether both lead a state or a government, or have the same office. */
  private static boolean isLike(Discourse.Said host, Discourse.@Nullable Said guest) {
    String office = guest == null ? "" : guest.office();
    return !office.isEmpty()
        && (office.startsWith("head-of-")
            ? host.office().startsWith("head-of-")
            : host.office().equals(office));
  }

  /** The last official of another country than the host, or than that of the visit. */
  private @Nullable Actor guest(Discourse.@Nullable Said host, Discourse discourse) {
    if (host != null) {
      return foreigner(host.actor().country(), discourse);
    }
    for (String place : places(discourse)) {
      if (discourse.last(s -> isOfficial(s) && place.equals(s.actor().country())) != null) {
        return foreigner(place, discourse);
      }
    }
    return null;
  }

  private static @Nullable Actor foreigner(@Nullable String home, Discourse discourse) {
    Discourse.Said other =
        discourse.last(s -> isOfficial(s) && !Objects.equals(s.actor().country(), home));
    other = other == null ? discourse.last(s -> isAbroad(s, home)) : other;
    return other == null ? null : other.actor();
  }

  private static boolean isAbroad(Discourse.Said said, @Nullable String home) {
    String own = said.actor().country();
    return said.actor().id().startsWith("person:") && own != null && !own.equals(home);
  }

  private static boolean isOfficial(Discourse.Said said) {
    List<String> sectors = said.actor().sectors();
    boolean unnamed = // "the Latvian foreign minister", whom no list has
        said.mention().form() == ActorMention.Form.OFFICE
            && said.actor().members().isEmpty()
            && said.actor().country() != null;
    boolean ofBody = sectors.isEmpty() && said.actor().office() != null;
    return said.isPerson() ? ofBody || sectors.contains("GOV") : unnamed && sectors.contains("GOV");
  }
}
