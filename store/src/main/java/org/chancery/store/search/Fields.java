package org.chancery.store.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The fields of the index and how their words are read. */
final class Fields {
  /** Which kind of entry: a key of {@link In}. */
  static final String IN = "in";

  /** Key of the report that an entry belongs to. */
  static final String REPORT = "report";

  /** Of a report's entry: its key with a digest of what was indexed of it. */
  static final String STATE = "state";

  static final String ID = "id";
  static final String DOCUMENT = "document";
  static final String SORT_DATE = "sort_date";
  static final String SORT_KEY = "sort_key";

  /** Fields of running text: words are found in other forms too. */
  static final List<String> TEXT = List.of("title", "text");

  /** Fields of names and codes: words are found as they are, without regard to case and accents. */
  static final List<String> NAMES =
      List.of("actor", "recipient", "party", "said_by", "place", "publisher", "issue");

  /** Fields that hold one value as a whole. */
  static final List<String> WHOLE =
      List.of("type", "modality", "quad", "country", "outlet", "stance", "act", DOCUMENT, IN);

  /** Fields of ISO days. */
  static final List<String> DAYS = List.of("date", "published");

  /** Other names that a query may use. */
  static final Map<String, String> ALIASES = Map.of("source", "said_by", "words", "text");

  private static final int LONGEST_KEY = 200;

  private Fields() {}

  /** All names that a query may use. */
  static Set<String> names() {
    Set<String> names = new java.util.TreeSet<>(TEXT);
    names.addAll(NAMES);
    names.addAll(WHOLE);
    names.addAll(DAYS);
    return names;
  }

  static Analyzer analyzer() {
    Map<String, Analyzer> fields = new HashMap<>();
    Analyzer names = new Words(false);
    Analyzer whole = new Whole();
    NAMES.forEach(name -> fields.put(name, names));
    WHOLE.forEach(name -> fields.put(name, whole));
    DAYS.forEach(name -> fields.put(name, whole));
    return new PerFieldAnalyzerWrapper(new Words(true), fields);
  }

  /** A value that is a term as a whole; terms have a greatest length, so a long one is hashed. */
  static String key(String value) {
    if (value.length() <= LONGEST_KEY) {
      return value;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return value.substring(0, LONGEST_KEY / 2) + "#" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The term of a whole value: as {@link Whole} reads it. */
  static String whole(String value) {
    return key(value.toLowerCase(Locale.ROOT));
  }

  /** Words without regard to case, accents and possessive; with stems, in their other forms too. */
  private static final class Words extends Analyzer {
    private final boolean stems;

    Words(boolean stems) {
      this.stems = stems;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokens = new StandardTokenizer();
      TokenStream words =
          new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokens)));
      return new TokenStreamComponents(tokens, stems ? new KStemFilter(words) : words);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 100; // no phrase reaches from one name into the next
    }
  }

  /** One term, without regard to case. */
  private static final class Whole extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer token = new KeywordTokenizer();
      return new TokenStreamComponents(token, new LowerCaseFilter(token));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }
}
