package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.jspecify.annotations.Nullable;

/** Persons whom a plural means: those named, those of no name, and holders of an office. */
final class GroupPersons {
  private final States states;
  private final OfficeHolders offices;
  private final Trades trades;
  private final Map<String, String> adjectives;

  GroupPersons(
      States states, OfficeHolders offices, Trades trades, Map<String, String> adjectives) {
    this.states = states;
    this.offices = offices;
    this.trades = trades;
    this.adjectives = adjectives;
  }

  /** Those whom no list has, of so many countries that the last sentences speak of. */
  List<Actor> ofCountries(int n, Discourse discourse) {
    for (int back = 0; back <= 2; back++) {
      LinkedHashSet<String> there =
          new LinkedHashSet<>(discourse.together().saidIn(back, s -> Groups.country(s, states)));
      if (there.size() < n) {
        there.addAll(discourse.passedIn(back));
      }
      there.removeIf(code -> !states.isCountry(code));
      if (there.size() == n) {
        return there.stream().map(states::government).toList();
      }
    }
    return List.of();
  }

  /** One leader or minister named, and his or her like of the other country spoken of. */
  List<Actor> withHost(int n, String sort, Discourse discourse, String day) {
    int colon = sort.indexOf(':');
    Discourse.Said one =
        discourse.last(s -> s.isPerson() && s.actor().office() != null && !s.office().isEmpty());
    if (n != 2 || colon < 0 || one == null || !one.office().contains(sort.substring(colon + 1))) {
      return List.of();
    }
    List<String> others = new ArrayList<>();
    for (int back = 0; back <= 2 && others.isEmpty(); back++) {
      others.addAll(discourse.passedIn(back));
      others.addAll(discourse.together().saidIn(back, s -> Groups.country(s, states)));
      others.removeIf(code -> code.equals(one.actor().country()) || !states.isCountry(code));
    }
    if (others.isEmpty()) {
      return List.of();
    }
    Actor host = offices.holder(others.get(0), one.office(), day);
    host = host == null ? offices.holder(others.get(0), states.leader(others.get(0)), day) : host;
    return host == null ? List.of() : List.of(one.actor(), host);
  }

  List<Actor> persons(int n, String sort, String adjective, Discourse discourse) {
    String office = sort.indexOf(':') < 0 ? "" : sort.substring(sort.indexOf(':') + 1);
    String gender = office.equals("m") || office.equals("f") ? office : "";
    String tag = adjectives.getOrDefault(adjective, "");
    boolean guests = office.equals("guest");
    if (guests || office.equals("host")) {
      String place = place(discourse);
      return discourse
          .together()
          .parties(n, 5, s -> isKnown(s) && guests != Objects.equals(s.actor().country(), place));
    }
    boolean sector = !office.isEmpty() && Character.isUpperCase(office.charAt(0));
    Predicate<Discourse.Said> fits =
        s ->
            isKnown(s)
                && (sector
                    ? s.actor().sectors().contains(office)
                    : gender.isEmpty()
                        ? s.office().contains(office)
                        : discourse.spokenOf().isOf(s, gender))
                && (tag.isEmpty() || states.kinds(s.actor().country()).contains(tag))
                && (!adjective.equals("former") || Successions.isElite(s));
    List<Actor> found = discourse.together().parties(n, 5, fits);
    return found.size() < n && sort.indexOf(':') > 0 && gender.isEmpty()
        ? persons(n, "person", adjective, discourse)
        : found;
  }

  /**
   * Persons of whom some were spoken of by nothing but an office or a noun ("Duarte and her
   * driver"), where the last sentence that has persons names too few; else none.
   */
  List<Actor> unnamed(int n, String sort, Discourse discourse) {
    String office = sort.indexOf(':') < 0 ? "" : sort.substring(sort.indexOf(':') + 1);
    boolean gender = office.equals("m") || office.equals("f");
    if (office.equals("guest") || office.equals("host")) {
      return List.of();
    }
    String like = gender ? "" : office;
    Predicate<Discourse.Said> one = s -> isKnown(s) || (isUnnamed(s) && hasOffice(s, like));
    for (int back = 0; back <= 1; back++) {
      int at = discourse.sentence() - back;
      List<Discourse.Said> there =
          discourse.said().stream()
              .filter(s -> s.sentence() == at && one.test(s) && !discourse.actsOnReference(s))
              .toList();
      List<Actor> all = SaidTogether.actors(there);
      long known = all.stream().filter(a -> a.id().startsWith("person:")).count();
      if (all.size() == n && known < n) {
        return all;
      }
      if (known > 0 && (back > 0 || known >= n)) {
        return List.of();
      }
    }
    return List.of();
  }

  private static boolean hasOffice(Discourse.Said said, String office) {
    return said.office().contains(office) || said.actor().sectors().contains(office);
  }

  /** Whether a mention is of one person who has no name in the report. */
  private boolean isUnnamed(Discourse.Said said) {
    String words = said.mention().text();
    return !said.isPerson()
        && said.actor().members().isEmpty()
        && said.actor().country() != null
        && !said.actor().id().contains(":")
        && !words.endsWith("s")
        && (said.mention().form() == ActorMention.Form.OFFICE
            || (said.mention().form() == ActorMention.Form.NOMINAL && trades.isPerson(words)));
  }

  private static boolean isKnown(Discourse.Said said) {
    return said.isPerson() && said.actor().id().startsWith("person:");
  }

  /** The country in which guests are: the last one passed through with a person of it, or focus. */
  private static @Nullable String place(Discourse discourse) {
    String passed = discourse.lastPassed();
    boolean home =
        discourse.last(s -> isKnown(s) && Objects.equals(s.actor().country(), passed)) != null;
    return passed != null && home ? passed : discourse.focus();
  }
}
