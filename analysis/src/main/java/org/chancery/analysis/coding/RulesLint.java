package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;

/** Finds rules that would give one sentence two types, whichever of them comes first. */
public final class RulesLint {
  private RulesLint() {}

  /**
   * A line for each example of a rule on which another rule with another type fires as well, where
   * both may refine the same types.
   */
  public static List<String> conflicts(Rules rules) {
    List<String> found = new ArrayList<>();
    List<Rules.Rule> all = rules.all();
    for (Rules.Rule one : all) {
      for (Rules.Rule other : all) {
        boolean differ =
            !one.type().isEmpty() && !other.type().isEmpty() && !one.type().equals(other.type());
        if (!differ || !meet(one.when(), other.when())) {
          continue;
        }
        for (String sentence : one.examples()) {
          if (one.fires(sentence) && other.fires(sentence)) {
            found.add(
                one.file()
                    + ": rule '"
                    + one.id()
                    + "' makes "
                    + one.type()
                    + " of its example, and rule '"
                    + other.id()
                    + "' ("
                    + other.file()
                    + ") makes "
                    + other.type()
                    + " of it; narrow one and give it the sentence as a counter-example: "
                    + sentence);
          }
        }
      }
    }
    return found;
  }

  private static boolean meet(List<String> some, List<String> others) {
    return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
  }
}
