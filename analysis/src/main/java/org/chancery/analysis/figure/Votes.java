package org.chancery.analysis.figure;

import java.util.regex.Pattern;

/** The two numbers of a vote: "by 172 to 158". */
final class Votes {
  /** "Threw out the motion by 172 to 158". */
  private static final Pattern VOTE =
      Pattern.compile("(?is).*\\b(?:by|voted|votes? of|margin of|vote was|were) ");

  private static final Pattern VOTE_TO =
      Pattern.compile(
          "(?is)^(?: votes)? (?:to|against) (?:\\d|none\\b|nil\\b|one\\b|two\\b|three\\b|four\\b|five\\b|six\\b|seven\\b|eight\\b|nine\\b|\\w+(?:teen|ty)\\b).*");

  private Votes() {}

  /** Whether the words around a number make it the first of two. */
  static boolean around(String before, String after) {
    return VOTE.matcher(before).matches() && VOTE_TO.matcher(after).matches();
  }
}
