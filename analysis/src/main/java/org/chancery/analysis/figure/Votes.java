package org.chancery.analysis.figure;

import java.util.regex.Pattern;

/** The two numbers of a vote: "by 172 to 158". */
final class Votes {
  /** "Threw out the motion by 172 to 158". */
  private static final Pattern VOTE =
      Pattern.compile("(?is).*\\b(?:by|voted|voting|votes? of|margin of|vote was|were) ");

  private static final Pattern VOTE_TO =
      Pattern.compile(
          "(?is)^(?: votes)? (?:to|against) (?:\\d|none\\b|nil\\b|one\\b|two\\b|three\\b|four\\b|five\\b|six\\b|seven\\b|eight\\b|nine\\b|\\w+(?:teen|ty)\\b).*");

  /** "Rose by three to 45". */
  private static final Pattern ROSE =
      Pattern.compile(
          "(?is).*\\b(?:r[oi]sen?|rises|rising|up|increased?|climbed|climbs|gr[eo]wn?|grows|fell|falls|fallen|dropped|down|cut|reduced|lowered|raised) by ");

  private Votes() {}

  /** Whether the words around a number make it the first of two. */
  static boolean around(String before, String after) {
    return !ROSE.matcher(before).matches()
        && VOTE.matcher(before).matches()
        && VOTE_TO.matcher(after).matches();
  }
}
