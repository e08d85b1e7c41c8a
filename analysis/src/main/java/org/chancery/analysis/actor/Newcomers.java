package org.chancery.analysis.actor;

import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * "The new president", "the outgoing premier": holders who came, or whose successors came, of late.
 */
final class Newcomers {
  private static final Pattern NEW = Pattern.compile("\\b(?:new|newly \\w+|incoming) $");
  private static final int NEW_MONTHS = 7;

  /** Who is outgoing so many months after a successor came is the predecessor. */
  private static final int OUTGOING_MONTHS = 1;

  private static final Pattern OUTGOING = Pattern.compile("\\b(?:outgoing|departing) $");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Discourse discourse;

  Newcomers(Resolution resolution, OfficeHolders offices, Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.discourse = discourse;
  }

  /** Whether the words before an office call its holder new. */
  static boolean isSaid(Chunk chunk) {
    return NEW.matcher(chunk.before()).find();
  }

  /** Whether the words before an office call its holder outgoing. */
  static boolean isOutgoing(Chunk chunk) {
    return OUTGOING.matcher(chunk.before()).find();
  }

  /** Whether "outgoing" means who has just been followed: the holder is new. */
  boolean hasLeft(Chunk chunk, @Nullable String country, String office) {
    String of = country == null ? discourse.focus() : country;
    return of != null
        && OUTGOING.matcher(chunk.before()).find()
        && isNew(offices.holder(of, office, resolution.day()), OUTGOING_MONTHS);
  }

  /** Whether a holder took the office in the months before the report. */
  boolean isNew(@Nullable Actor holder) {
    return isNew(holder, NEW_MONTHS);
  }

  private boolean isNew(@Nullable Actor holder, int most) {
    Actor.Office office = holder == null ? null : holder.office();
    String from = office == null ? null : office.from();
    if (from == null
        || from.length() < 7
        || resolution.day().equals(Resolution.TODAY_WITHOUT_DATE)) {
      return false;
    }
    int months =
        (Integer.parseInt(resolution.day().substring(0, 4))
                    - Integer.parseInt(from.substring(0, 4)))
                * 12
            + Integer.parseInt(resolution.day().substring(5, 7))
            - Integer.parseInt(from.substring(5, 7));
    return months >= 0 && months <= most;
  }
}
