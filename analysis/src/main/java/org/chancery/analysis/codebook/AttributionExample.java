package org.chancery.analysis.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/**
 * A sentence of {@code attribution/examples.tsv}, in which every attribution is marked.
 *
 * @param example the sentence with its marks
 * @param eventless whether it is known to hold no event ({@code NONE}, not {@code ?})
 * @param said its attributions, in the order of their numbers
 */
public record AttributionExample(Example example, boolean eventless, List<Said> said) {
  private static final int MOST = 9;

  /** Cues that stand without a source although the sentence has another attribution with one. */
  private static final Pattern SOURCELESS =
      Pattern.compile(
          "(?i).*\\b(reported|alleged|supposed|according|(is|was|are|were|be|been) (\\w+ )?"
              + "(expected|believed|said|thought|reported|known|understood|considered|seen|asked))"
              + ".*");

  /** Copies the list. */
  public AttributionExample {
    said = List.copyOf(said);
  }

  /** One attribution; no source where none is named. */
  public record Said(List<Span> source, List<Span> cue, List<Span> content) {
    /** Copies the lists. */
    public Said {
      source = List.copyOf(source);
      cue = List.copyOf(cue);
      content = List.copyOf(content);
    }
  }

  /** Reads a row; a number without a source of its own shares the one before it. */
  public static AttributionExample of(Row row) {
    Example example = Example.of(row);
    List<Said> said = new ArrayList<>();
    List<Span> shared = List.of();
    for (int k = 1; k <= MOST; k++) {
      List<Span> cue = example.spans("c", k);
      List<Span> content = example.spans("q", k);
      List<Span> source = example.spans("s", k);
      if (cue.isEmpty() && content.isEmpty() && source.isEmpty()) {
        continue;
      }
      if (cue.isEmpty() || content.isEmpty()) {
        throw row.fault("attribution " + k + " needs a cue <c> and content <q>; mark both");
      }
      if (source.isEmpty() && !SOURCELESS.matcher(words(example, cue)).matches()) {
        source = shared;
      }
      said.add(new Said(source, cue, content));
      shared = source.isEmpty() ? shared : source;
    }
    return new AttributionExample(example, row.get("type").equals("NONE"), said);
  }

  private static String words(Example example, List<Span> spans) {
    StringBuilder words = new StringBuilder();
    spans.forEach(span -> words.append(span.of(example.text())).append(' '));
    return words.toString();
  }
}
