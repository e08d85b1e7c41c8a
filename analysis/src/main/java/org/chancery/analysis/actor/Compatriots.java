package org.chancery.analysis.actor;

import java.util.Objects;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/** "The Russian smiled": nouns for one person of a country. */
final class Compatriots {
  private static final Pattern THE = Pattern.compile("\\b[Tt]he $");
  private static final Pattern DID =
      Pattern.compile(
          " (?:has|had|was|is|will|would|could|said|says|told|did|did"
              + " not|replied|answered|smiled|nodded|refused|agreed|asked|called|wants?|went|came|left|spoke|took)\\b");

  /** What follows a noun for one person of a country, and no noun: "the Belgian leaves". */
  private static final Pattern AFTER_ONE =
      Pattern.compile(
          "[,.;:?!\"\u201d)]|$|['\u2019]s\\b|"
              + " (?:an?|and|who|to|in|at|by|as|on|from|with|that|when|while|after|before|because|but|or|also|then|never|once|later|may|might|must|can|could|will|would|should|is|was|had|did|said|told|went|came|left|spoke|took|wants?|does|says|leaves|takes|goes|comes|thinks|sees|believes|tells|knows|seems|meets|leads|runs|holds|speaks|begins|remains|refuses|insists|replies|arrives|returns|flies|stays|becomes|adds|argues|warns|admits|denies|agrees|gets|gives|has|(?!armed|united|allied|led|owned|based|occupied|born|made|backed)\\p{Ll}{2,}ed)\\b");

  /** Words for a people, not for one of it. */
  private static final Pattern PEOPLE = Pattern.compile(".*(?:ese|[cs]h|ss)");

  private final Resolution resolution;
  private final Discourse discourse;

  Compatriots(Resolution resolution, Discourse discourse) {
    this.resolution = resolution;
    this.discourse = discourse;
  }

  /** The person of a country last spoken of, or in an office of a body of states, or null. */
  @Nullable ActorMention mention(Chunk chunk, Name name) {
    String text = resolution.text();
    boolean one =
        THE.matcher(chunk.before()).find()
            && (PEOPLE.matcher(chunk.text()).matches() ? DID : AFTER_ONE)
                .matcher(text)
                .region(chunk.span().end(), text.length())
                .lookingAt();
    if (!one) {
      return null;
    }
    Discourse.Said said =
        discourse.last(s -> s.isPerson() && Objects.equals(s.actor().country(), name.country()));
    said =
        said == null
            ? discourse.last(s -> s.isPerson() && s.actor().office() != null && isOfBody(s.actor()))
            : said; // "the Swede" may head a body of the United Nations
    return said == null || !discourse.isNear(said)
        ? null
        : resolution.make(
            chunk.span(),
            Form.DEMONYM,
            said.actor(),
            said.mention().id(),
            "person-of-country",
            0.6);
  }

  /** Whether somebody has an office in a body of states, whatever country he or she is of. */
  private boolean isOfBody(Actor actor) {
    return actor.country() != null && !discourse.isCountry(actor.country());
  }
}
