package org.chancery.analysis.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BERT's uncased word-piece tokeniser with exact UTF-16 offsets (Devlin et al. 2019, reference
 * {@code tokenization.py}): lower case, accents off, punctuation alone, longest match first.
 */
public final class WordPieceTokenizer {
  private static final int LONGEST_WORD = 100;
  private final Map<String, Integer> vocabulary;
  private final int unknown;

  /** Takes the lines of a {@code vocab.txt}: line n is token n. */
  public WordPieceTokenizer(List<String> lines) {
    vocabulary = new HashMap<>(lines.size() * 2);
    for (String line : lines) {
      vocabulary.put(line, vocabulary.size());
    }
    unknown = id("[UNK]");
  }

  /** One word piece: vocabulary id and half-open offsets into the text. */
  public record Piece(int id, int begin, int end) {}

  /** The id of a token that must be in the vocabulary. */
  public int id(String token) {
    Integer id = vocabulary.get(token);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary has no " + token);
    }
    return id;
  }

  /** The pieces of {@code text[begin, end)}, in order. */
  public List<Piece> tokenize(String text, int begin, int end) {
    List<Piece> pieces = new ArrayList<>();
    int at = begin;
    while (at < end) {
      int point = text.codePointAt(at);
      int size = Character.charCount(point);
      if (isSpace(point) || isControl(point)) {
        at += size;
      } else if (isPunctuation(point) || isIdeograph(point)) {
        addWord(text, at, Math.min(end, at + size), pieces);
        at += size;
      } else {
        int stop = at + size;
        while (stop < end) {
          int next = text.codePointAt(stop);
          if (isSpace(next) || isPunctuation(next) || isIdeograph(next)) {
            break;
          }
          stop += Character.charCount(next);
        }
        addWord(text, at, Math.min(stop, end), pieces);
        at = stop;
      }
    }
    return pieces;
  }

  private void addWord(String text, int begin, int end, List<Piece> pieces) {
    StringBuilder folded = new StringBuilder();
    List<int[]> origin = new ArrayList<>();
    int at = begin;
    while (at < end) {
      int point = text.codePointAt(at);
      int size = Character.charCount(point);
      if (!isControl(point)) {
        String form =
            point < 128
                ? String.valueOf((char) Character.toLowerCase(point))
                : fold(new String(Character.toChars(point)));
        for (int i = 0; i < form.length(); i++) {
          folded.append(form.charAt(i));
          origin.add(new int[] {at, Math.min(at + size, end)});
        }
      }
      at += size;
    }
    if (folded.length() == 0) {
      return;
    }
    if (folded.length() > LONGEST_WORD) {
      pieces.add(new Piece(unknown, begin, end));
      return;
    }
    int mark = pieces.size();
    int from = 0;
    while (from < folded.length()) {
      int to = folded.length();
      Integer id = null;
      while (to > from && id == null) {
        String part = folded.substring(from, to);
        id = vocabulary.get(from == 0 ? part : "##" + part);
        to -= id == null ? 1 : 0;
      }
      if (id == null) {
        pieces.subList(mark, pieces.size()).clear();
        pieces.add(new Piece(unknown, begin, end));
        return;
      }
      pieces.add(new Piece(id, origin.get(from)[0], origin.get(to - 1)[1]));
      from = to;
    }
  }

  private static String fold(String point) {
    String split =
        Normalizer.normalize(point.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder();
    split
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.getType(point) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int point) {
    int type = Character.getType(point);
    return point == 0
        || point == 0xFFFD
        || ((type == Character.CONTROL || type == Character.FORMAT) && !isSpace(point));
  }

  private static boolean isIdeograph(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3400 && point <= 0x4DBF)
        || (point >= 0x20000 && point <= 0x2CEAF)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x2F800 && point <= 0x2FA1F);
  }

  private static boolean isPunctuation(int point) {
    if ((point >= 33 && point <= 47)
        || (point >= 58 && point <= 64)
        || (point >= 91 && point <= 96)
        || (point >= 123 && point <= 126)) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
