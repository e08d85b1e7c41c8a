package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.List;
import org.chancery.core.Span;

/**
 * One sentence as the encoder reads it: word-piece ids from [CLS] to [SEP], and for each the span
 * of the text that it stands for. Known names are one placeholder each, so that the encoder cannot
 * know who the party is.
 */
@SuppressWarnings("ArrayRecordComponent") // handed to ONNX Runtime as it is, never compared
public record EncoderInput(long[] ids, List<Span> spans) {
  /**
   * The longest input in pieces; what is beyond is left out (long sentences are read in windows
   * before).
   */
  public static final int LONGEST = 192;

  /** Copies the spans. */
  public EncoderInput {
    spans = List.copyOf(spans);
  }

  /**
   * Words that the encoder does not see, with the vocabulary ids of what it reads instead: a name's
   * placeholder, the plain words for loaded ones, or nothing.
   */
  public record Hidden(Span span, List<Integer> instead) {
    /** Copies the ids. */
    public Hidden {
      instead = List.copyOf(instead);
    }
  }

  /** A marked argument: opening and closing vocabulary ids around a span. */
  public record Marked(Span span, int open, int close) {}

  /** Indexes of the pieces that share a character with a span (none when it was cut off). */
  public List<Integer> piecesOf(Span span) {
    List<Integer> pieces = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span piece = spans.get(i);
      if (piece.length() > 0 && piece.overlaps(span)) {
        pieces.add(i);
      }
    }
    return pieces;
  }

  /**
   * The input for a sentence; hidden names and marks are in order and do not overlap each among
   * themselves.
   */
  public static EncoderInput of(
      WordPieceTokenizer tokenizer,
      String text,
      Span sentence,
      List<Hidden> hidden,
      List<Marked> marks) {
    List<Long> ids = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    Span nothing = new Span(sentence.begin(), sentence.begin());
    ids.add((long) tokenizer.id("[CLS]"));
    spans.add(nothing);
    List<int[]> cuts = new ArrayList<>();
    for (Marked mark : marks) {
      cuts.add(new int[] {mark.span().begin(), 1, mark.open()});
      cuts.add(new int[] {mark.span().end(), 0, mark.close()});
    }
    cuts.sort((x, y) -> x[0] != y[0] ? Integer.compare(x[0], y[0]) : Integer.compare(x[1], y[1]));
    int at = sentence.begin();
    int cut = 0;
    int name = 0;
    while (at < sentence.end() || cut < cuts.size()) {
      while (name < hidden.size() && hidden.get(name).span().begin() < at) {
        name++;
      }
      int nextCut = cut < cuts.size() ? Math.max(at, cuts.get(cut)[0]) : Integer.MAX_VALUE;
      int nextName = name < hidden.size() ? hidden.get(name).span().begin() : Integer.MAX_VALUE;
      int stop = Math.min(sentence.end(), Math.min(nextCut, nextName));
      if (stop > at) {
        for (WordPieceTokenizer.Piece piece : tokenizer.tokenize(text, at, stop)) {
          ids.add((long) piece.id());
          spans.add(new Span(piece.begin(), piece.end()));
        }
        at = stop;
      } else if (nextCut <= nextName && cut < cuts.size()) {
        ids.add((long) cuts.get(cut)[2]);
        spans.add(nothing);
        cut++;
      } else if (name < hidden.size() && nextName < sentence.end()) {
        Hidden hide = hidden.get(name++);
        for (int id : hide.instead()) {
          ids.add((long) id);
          spans.add(hide.span());
        }
        at = Math.min(hide.span().end(), sentence.end());
      } else {
        break;
      }
    }
    int kept = Math.min(ids.size(), LONGEST - 1);
    long[] array = new long[kept + 1];
    for (int i = 0; i < kept; i++) {
      array[i] = ids.get(i);
    }
    array[kept] = tokenizer.id("[SEP]");
    List<Span> keptSpans = new ArrayList<>(spans.subList(0, kept));
    keptSpans.add(nothing);
    return new EncoderInput(array, keptSpans);
  }
}
