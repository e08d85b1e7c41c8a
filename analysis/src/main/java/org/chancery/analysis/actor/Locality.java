package org.chancery.analysis.actor;

import java.util.regex.Pattern;

/** Whether the words before a name of a country, seat or building make it a mere place. */
final class Locality {
  private static final String END = "(?:the\\s+)?(?:\\p{Ll}+ern\\s+|downtown\\s+|central\\s+)?$";

  /** Words before "of" that want a party: "wary of Berlin", "the support of Paris". */
  private static final String OF =
      "(?<!\\b(?:wary|critical|suspicious|fearful|afraid|proud|jealous|tired|weary|supportive|mindful|distrustful|mistrustful|contemptuous|accused|accuses|accusing|demanded|demands|asked|asks|required|expected|expects|requested|warned|informed|notified|assured|convinced|backing|support|approval|consent|blessing|help|patience|ally|allies|friend|friends|partner|partners|rival|rivals|critic|critics|influence|pressure|policy|policies|intentions|behalf|request|mediation|auspices)\\s)of";

  private static final Pattern SEAT =
      Pattern.compile(
          ".*\\b(?:in|at|near|outside|around|across|inside|from|to|into|via|between|through|toward|towards|off|over|"
              + OF
              + "|(?:left|leave|leaves|leaving|bound|headed|departed|flew|flight|set off) for|reached|left|leave|visit|visited|visiting|entered|struck|shelled|bombed|stormed|besieged|captured|seized|recaptured|retook|rocked|toured)\\s+"
              + END,
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** A country is but a place after these. */
  private static final Pattern COUNTRY =
      Pattern.compile(
          ".*\\b(?:in|inside|across|throughout|near|around|outside|through|into|(?:north|south|east|west)(?:ern)?(?: of)?|parts of|out of|back to|border with|visit to|visited|left|toured|reached|entered|fled|fled to|flew to|arrived in|exile in|via|over|(?:went|gone|going|go|goes|flies|flying|came|come|comes|coming|travel|travels|travelled|traveled|travelling|traveling|trip|journey|journeyed|drove|sailed|moved|moving|headed|heading|returned|returning|return|home|way|on|onward) to)\\s+(?:the\\s+)?$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** A body is but its house after these. */
  private static final Pattern HOUSE =
      Pattern.compile(
          ".*\\b(?:(?:moved?|moves|moving|walk(?:s|ed)|step(?:s|ped)|goes|went|came|drove|marched|broke|stormed|rushed|burst|flew|crowded|filed|strode|moved back|was carried) into|out of|(?:return(?:s|ed|ing)?|came|come|comes|went|goes|drove|walked|marched|invited|summoned|called|driven|brought|escorted|admitted|back|way|visit|visitors?) (?:back )?to|(?:met|meet|meets|meeting|wait(?:s|ed|ing)?|dinner|lunch|luncheon|banquet|ceremony|reception|speech|talks|breakfast|audience|dined|received|reporters|journalists|crowds?|guards?|arriv(?:ed|es|ing)|lights?|held|took place|spoke|speaking|flags?|protest(?:s|ed|ing)?|rall(?:y|ied)) (?:\\p{Ll}+ )?(?:at|in|outside)|up|down|along|past|inside|outside|in front of|opposite|around the corner from|gates of|steps of)\\s+(?:the\\s+)?$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private Locality() {}

  static boolean isSeat(String before) {
    return SEAT.matcher(before).matches();
  }

  static boolean isCountry(String before) {
    return COUNTRY.matcher(before).matches();
  }

  static boolean isHouse(String before) {
    return HOUSE.matcher(before).matches();
  }
}
