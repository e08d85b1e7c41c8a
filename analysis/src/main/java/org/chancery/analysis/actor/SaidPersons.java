package org.chancery.analysis.actor;

import java.util.function.Predicate;
import org.chancery.core.ActorMention;
import org.jspecify.annotations.Nullable;

/** Which person spoken of before a pronoun means. */
final class SaidPersons {
  private static final int NEAR = 3;

  /** So many clauses before a semicolon are looked at. */
  private static final int CLAUSES = 8;

  /** Where nobody nearer fits, who is surely of the gender may stand so far before. */
  private static final int FAR = 5;

  private final Discourse discourse;
  private final String text;

  SaidPersons(Discourse discourse, String text) {
    this.discourse = discourse;
    this.text = text;
  }

  /**
   * The first one who fits behind the last semicolon of the sentence, else behind the one before,
   * else of the whole of it; else the first of the last sentence that names one; of the right
   * gender where the name tells it.
   */
  Discourse.@Nullable Said meant(
      String gender, int sentence, int reference, Predicate<Discourse.Said> fits) {
    int to = Integer.MAX_VALUE;
    int from = text.lastIndexOf(';', reference);
    for (int i = 0; i < CLAUSES && from > 0 && isSaidSince(from, sentence); i++) {
      int begin = from;
      int end = to;
      Discourse.Said near =
          firstIn(
              sentence, gender, fits.and(s -> s.span().begin() >= begin && s.span().begin() < end));
      if (near != null) {
        return near;
      }
      to = from;
      from = text.lastIndexOf(';', from - 1);
    }
    boolean opens = reference < text.length() && Character.isUpperCase(text.charAt(reference));
    int far = opens ? NEAR : FAR;
    for (int at = sentence; at >= Math.max(0, sentence - far); at--) {
      Discourse.Said one = firstIn(at, gender, fits);
      boolean near = at >= sentence - NEAR;
      if (one != null && (near || discourse.spokenOf().isSurelyOf(one, gender))) {
        return one;
      }
    }
    return null;
  }

  /** Whether a sentence has spoken of somebody before an offset. */
  private boolean isSaidSince(int offset, int sentence) {
    return discourse.ofSentence(sentence).stream().anyMatch(s -> s.span().begin() < offset);
  }

  /** "HARARE (Evening Post)" names who reports. */
  private boolean isInBrackets(Discourse.Said one) {
    int before = one.span().begin() - 1;
    return before >= 0 && text.charAt(before) == '(' && one.actor().id().startsWith("unresolved:");
  }

  /** The first who fits, or the first of that gender by words where the first one's is unknown. */
  private Discourse.@Nullable Said firstIn(int at, String gender, Predicate<Discourse.Said> fits) {
    Discourse.Said first = null;
    for (Discourse.Said one : discourse.ofSentence(at)) {
      if (one.isPerson()
          && one.mention().form() != ActorMention.Form.PRONOUN
          && !isInBrackets(one)
          && discourse.spokenOf().isOf(one, gender)
          && fits.test(one)) {
        boolean sure = discourse.spokenOf().isSurelyOf(one, gender);
        if (first == null || (sure && one.mention().form() == ActorMention.Form.NOMINAL)) {
          first = one;
        }
        if (gender.isEmpty() || sure || discourse.spokenOf().isSurelyOf(first, gender)) {
          return first;
        }
      }
    }
    return first;
  }
}
