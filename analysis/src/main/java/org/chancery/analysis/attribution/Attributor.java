package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Who says it, inside one sentence: a known party beside a speech cue, with the words after the cue
 * as content ("X said that ..."), or the words before it ("..., X said"), or the rest of the
 * sentence ("according to X").
 */
public final class Attributor implements Stage {
  private static final Pattern QUOTED =
      Pattern.compile("[\"\u201c\u00ab].+?[\"\u201d\u00bb]", Pattern.DOTALL);
  private static final int NEAR = 40;

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.TERMS, Layer.ACTORS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.ATTRIBUTIONS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Attribution> attributions = new ArrayList<>();
    List<Phrases.Hit<Term>> terms = analysis.get(Layers.TERMS);
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      Phrases.Hit<Term> cue = null;
      for (Phrases.Hit<Term> hit : sentence.among(terms, Phrases.Hit::span)) {
        if (cue == null && hit.values().stream().anyMatch(t -> t.kind() == Term.Kind.CUE)) {
          cue = hit;
        }
      }
      Attribution attribution = cue == null ? null : attribution(analysis, sentence, cue.span());
      if (attribution != null) {
        attributions.add(attribution);
      }
    }
    return analysis.with(Layer.ATTRIBUTIONS, attributions);
  }

  private static @Nullable Attribution attribution(Analysis analysis, Span sentence, Span cue) {
    String text = analysis.text();
    boolean according = cue.of(text).toLowerCase(java.util.Locale.ROOT).startsWith("according");
    ActorMention source = null;
    for (ActorMention mention : sentence.among(analysis.get(Layer.ACTORS), ActorMention::span)) {
      Span span = mention.span();
      boolean before = span.end() <= cue.begin() && cue.begin() - span.end() <= NEAR;
      boolean after =
          span.begin() >= cue.end()
              && span.begin() - cue.end() <= 6
              && span.end() <= sentence.end();
      boolean comma = before && text.substring(span.end(), cue.begin()).contains(", ");
      if ((before && !according && !comma) || (after && (according || source == null))) {
        source = mention;
      }
    }
    if (source == null) {
      return null;
    }
    Span said = source.span().union(cue);
    Span content = trim(text, said.end(), sentence.end());
    if (content.length() < 3 || (according && said.begin() > sentence.begin() + 2)) {
      content = trim(text, sentence.begin(), said.begin());
    }
    if (content.length() < 3) {
      return null;
    }
    Matcher quoted = QUOTED.matcher(text).region(content.begin(), content.end());
    Attribution.Form form = Attribution.Form.INDIRECT;
    if (quoted.find()) {
      form =
          quoted.end() - quoted.start() > content.length() - 4
              ? Attribution.Form.DIRECT
              : Attribution.Form.MIXED;
    }
    String id = Ids.of("attribution", analysis.document().id(), cue.begin(), cue.end());
    Attribution.Source speaker =
        new Attribution.Source(List.of(source.span()), source.text(), source.id());
    return new Attribution(id, speaker, List.of(cue), List.of(content), form, null);
  }

  private static Span trim(String text, int begin, int end) {
    int b = begin;
    int e = end;
    while (b < e
        && !Character.isLetterOrDigit(text.charAt(b))
        && "\"\u201c\u00ab'".indexOf(text.charAt(b)) < 0) {
      b++;
    }
    while (e > b && (Character.isWhitespace(text.charAt(e - 1)) || text.charAt(e - 1) == ',')) {
      e--;
    }
    return new Span(b, e);
  }
}
