package org.chancery.analysis.actor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a name and says who it is: "Adel Marzouk, a spokesman for the ministry", "the
 * Iraqi interior minister, Adel Marzouk".
 */
record Apposition(Chunk chunk) {
  private static final Pattern AFTER =
      Pattern.compile(
          ", (?:\\d{1,2}, )?(?:(?:a|an|the|one of the|who (?:is|was|heads|leads|runs)(?: an?| the)?|head of(?: the)?|then) )?(?:(?!which |who |that |and |but )[\\p{L}-]+ ){0,3}?|,? (?:of|from|for) (?:the |a )?| \\((?:an? |the )?");
  private static final int LONGEST = 60;

  /** The chunk after a name that describes its bearer, or null. */
  static @Nullable Apposition of(String text, Chunk name, @Nullable Chunk next) {
    if (next == null || next.person() != null || next.span().begin() < name.span().end()) {
      return null;
    }
    boolean says = next.role() != null || next.body() != null || next.country() != null;
    String gap = text.substring(name.span().end(), next.span().begin());
    return says && gap.length() <= LONGEST && AFTER.matcher(gap).matches()
        ? new Apposition(next)
        : null;
  }
}
