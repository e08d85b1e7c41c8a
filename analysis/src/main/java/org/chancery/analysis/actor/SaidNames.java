package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** The names of the persons that a report has spoken of, whole, in part and by sound. */
final class SaidNames {
  private static final Set<String> FAMILY_FIRST =
      Set.of("CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM", "SGP");

  private static final Pattern EASTERN =
      Pattern.compile("\\p{Lu}\\p{Ll}{1,5} \\p{Lu}\\p{Ll}{1,5}-\\p{Ll}{2,6}");

  /** A surname of more consonants tells with the first letter of the given name. */
  private static final int SURNAME = 3;

  private final List<Actor> persons = new ArrayList<>();
  private final Map<String, Actor> bySurname = new HashMap<>();
  private final Map<String, Set<String>> soundsOf = new HashMap<>();

  /** Remembers a person just spoken of; one not called by name takes nobody's surname away. */
  void add(Actor person, boolean named) {
    persons.add(person);
    String surname = person.name().substring(person.name().lastIndexOf(' ') + 1);
    Actor holder = bySurname.get(PersonKeys.word(surname));
    know(person.name(), person);
    if (holder != null && !named) {
      bySurname.put(PersonKeys.word(surname), holder);
    }
  }

  /** Remembers whom a name's last word, and the whole of it, stand for from here on. */
  void know(String name, Actor actor) {
    String surname = PersonKeys.word(name.substring(name.lastIndexOf(' ') + 1));
    Actor holder = bySurname.get(surname);
    if (holder == null || !isRelative(actor) || isRelative(holder)) {
      bySurname.put(surname, actor); // a wife's surname alone is still her husband's
    }
    bySurname.put(PersonKeys.word(name), actor);
    String[] words = name.split(" ");
    if (words.length > 2) { // "Nelson Ariza Quintero" is "Ariza"
      learn(PersonKeys.word(words[words.length - 2]), actor);
    }
    if (words.length > 2) { // "Ms Suu Kyi"
      String two = words[words.length - 2] + " " + words[words.length - 1];
      learn(PersonKeys.word(two), actor);
    }
    if (name.indexOf(' ') > 0 && (isFamilyFirstIn(actor.country()) || isFamilyFirst(name))) {
      learn(PersonKeys.word(name.substring(0, name.indexOf(' '))), actor);
    }
    int hyphen = name.lastIndexOf('-');
    if (hyphen > name.lastIndexOf(' ')) {
      learn(PersonKeys.word(name.substring(hyphen + 1)), actor);
    }
  }

  /** Keeps whom a part of a name stood for, unless nothing was known of that one. */
  private void learn(String key, Actor actor) {
    bySurname.merge(key, actor, (old, next) -> old.id().startsWith("unresolved:") ? next : old);
  }

  private static boolean isRelative(Actor actor) {
    Actor.Office office = actor.office();
    return office == null ? actor.sectors().isEmpty() : office.title().equals("first-lady");
  }

  /** Whether a name is made as those whose family name comes first: "Bae Dong-hyuk". */
  static boolean isFamilyFirst(String name) {
    return EASTERN.matcher(name).matches();
  }

  /** Whether the family name comes first in a country, and stands for the person. */
  static boolean isFamilyFirstIn(@Nullable String country) {
    return country != null && FAMILY_FIRST.contains(country);
  }

  /** Who was named before with this surname or single name, or null. */
  @Nullable Actor known(String name) {
    String key = PersonKeys.word(name);
    return key.isEmpty() ? null : bySurname.get(key);
  }

  /** The one person named before some of whose names sound like all of these words, or null. */
  @Nullable Actor sounding(String words) {
    Actor found = null;
    for (Actor one : persons) {
      if (sounds(words, one.name())) {
        if (found != null && !found.id().equals(one.id())) {
          return null;
        }
        found = one;
      }
    }
    return found;
  }

  /** The last person named before whose initials these are, or null. */
  @Nullable Actor initialled(String initials) {
    Actor found = null;
    for (Actor one : persons) {
      found = initials.equals(initials(one.name())) ? one : found;
    }
    return found;
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String part : name.split("[ -]")) {
      initials.append(part.isEmpty() ? "" : part.substring(0, 1));
    }
    return initials.toString();
  }

  private boolean sounds(String words, String name) {
    Set<String> keys =
        soundsOf.computeIfAbsent(
            name,
            n -> {
              Set<String> all = new HashSet<>();
              for (String part : n.split("[ -]")) {
                all.add(PersonKeys.rough(part));
              }
              all.add(PersonKeys.rough(n.substring(n.lastIndexOf(' ') + 1)));
              return all;
            });
    String surname = PersonKeys.rough(words.substring(words.lastIndexOf(' ') + 1));
    if (surname.length() > SURNAME && words.charAt(0) == name.charAt(0) && keys.contains(surname)) {
      return true;
    }
    for (String word : words.split(" ")) {
      String key = PersonKeys.rough(word);
      if (key.isEmpty() || !keys.contains(key)) {
        return false;
      }
    }
    return true;
  }
}
