package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a name and says who it is: "Adel Marzouk, a spokesman for the ministry", "the
 * Iraqi interior minister, Adel Marzouk".
 *
 * @param further what goes on the same phrase: "a lecturer at a Ukrainian university"
 */
record Apposition(Chunk chunk, List<Chunk> further) {
  private static final Pattern AFTER =
      Pattern.compile(
          ", (?:\\d{1,2}, )?(?:(?:a|an|the|one of the|(?:now|also|once|formerly|until recently) an?|who (?:is|was|heads|leads|runs|chairs|directs|manages|commands|represents|edits|owns|presides over|works (?:for|at|as)|teaches at)(?: an?| the)?|head of(?: the)?|then) )?(?:(?!which |who |whom |whose |that |and |but |as |while |when |where |said |says |told |came |comes |went |goes |had |has |have |was |were |will |would |could |should |did |does |left |met |took |got |made |saw |spoke |wrote )(?:\\d{1,3}-)?[\\p{L}'\u2019-]+ ){0,3}?|,? (?:of|from|for) (?:the |an? )?| (?:leads|runs|heads|owns|manages|edits|chairs) (?:an? |the )(?:[\\p{L}-]+ ){0,4}?| \\((?:an? |the )?");
  private static final Pattern ON =
      Pattern.compile(
          "(?:['\u2019]s? (?:[\\p{Ll}-]+ ){0,2}(?:in|of|at|near|from)| (?:at|for|in|on|with|by|near|from|of|outside|to)) (?:(?:the|an?|its|some) )?(?:[\\p{Ll}'\u2019-]+ ){0,3}(?:(?:in|from|near|of|at) )?(?:\\p{Lu}[\\p{L}'\u2019-]+(?: \\p{Lu}[\\p{L}'\u2019-]+)?(?:, | in (?:\\p{Ll}+ )?))?| who \\p{Ll}+ (?:on|in|for|at) (?:the )?|, ");

  /** "A", "an" and "one of" tell what somebody is, whatever the title before the name. */
  private static final Pattern TELLS =
      Pattern.compile(", (?:\\d{1,2}, )?(?:an?|one of the|who (?:is|was) an?) .*");

  private static final int LONGEST = 60;

  /** The first of the chunks after a name, with what goes on, when it describes its bearer. */
  static @Nullable Apposition of(String text, Chunk name, List<Chunk> rest) {
    Chunk next = rest.isEmpty() ? null : rest.get(0);
    if (next == null || next.person() != null || next.span().begin() < name.span().end()) {
      return null;
    }
    boolean says = next.role() != null || next.body() != null || next.country() != null;
    String gap = gap(text, name, next);
    if (!says || gap.length() > LONGEST || !AFTER.matcher(gap).matches()) {
      return null;
    }
    List<Chunk> further = new ArrayList<>();
    for (int i = 1; i < rest.size(); i++) {
      Chunk one = rest.get(i);
      if (one.person() != null || !ON.matcher(gap(text, rest.get(i - 1), one)).matches()) {
        break;
      }
      further.add(one);
    }
    return new Apposition(next, further);
  }

  /** Whether it is a phrase of its own that says what somebody is: ", a nurse". */
  boolean tells(String text, Chunk name) {
    return TELLS.matcher(gap(text, name, chunk) + " ").matches();
  }

  /** The words between two chunks; none where they overlap. */
  private static String gap(String text, Chunk one, Chunk next) {
    return text.substring(Math.min(one.span().end(), next.span().begin()), next.span().begin());
  }
}
