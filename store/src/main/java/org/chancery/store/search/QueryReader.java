package org.chancery.store.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermRangeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query in Lucene's syntax, with our fields and bounds. All words must be there unless OR
 * stands between them; words without a field are looked for in title and text.
 */
final class QueryReader extends MultiFieldQueryParser {
  /** A query holds at most so many words (a word without a field counts for each default field). */
  private static final int MOST_TERMS = 128;

  private static final int LEAST_PREFIX = 2;
  private static final int SHORT_NAME = 5;
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private final String words;

  private QueryReader(String words, Analyzer analyzer) {
    super(Fields.TEXT.toArray(String[]::new), analyzer, Map.of("title", 2f, "text", 1f));
    this.words = words;
    setDefaultOperator(QueryParser.Operator.AND);
  }

  /**
   * The query that the words mean; empty words mean everything.
   *
   * @throws QueryFault where they mean none
   */
  static Query read(String words, Analyzer analyzer) {
    if (words.isBlank()) {
      return new MatchAllDocsQuery();
    }
    Query query;
    try {
      query = new QueryReader(words, analyzer).parse(words);
    } catch (ParseException e) {
      throw fault(words, e);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new QueryFault("it holds too many words", 0);
    }
    int[] terms = new int[1];
    query.visit(new Counter(terms));
    if (terms[0] > MOST_TERMS) {
      throw new QueryFault("it holds too many words; " + MOST_TERMS / 2 + " are the most", 0);
    }
    if (query instanceof BooleanQuery bool
        && bool.clauses().stream().allMatch(BooleanClause::isProhibited)) {
      BooleanQuery.Builder rest = new BooleanQuery.Builder();
      bool.clauses().forEach(rest::add);
      return bool.clauses().isEmpty()
          ? query
          : rest.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST).build();
    }
    return query;
  }

  private static QueryFault fault(String words, ParseException e) {
    Throwable cause = e.getCause();
    int position = 0;
    if (cause instanceof ParseException parse && parse.currentToken != null) {
      position = parse.currentToken.next.beginColumn;
    } else if (cause != null) {
      Matcher column = COLUMN.matcher(String.valueOf(cause.getMessage()));
      position = column.find() ? Integer.parseInt(column.group(1)) : 0;
    }
    position = Math.min(position, words.length());
    String what =
        position >= words.length()
            ? "it ends too early (a quotation mark or bracket that is not closed?)"
            : "'"
                + words.charAt(position)
                + "' cannot stand here; put words with special signs in quotation marks";
    return new QueryFault(what, position);
  }

  private QueryFault fault(String what, String at) {
    return new QueryFault(what, Math.max(0, words.indexOf(at)));
  }

  /** The field that a name means. */
  private @Nullable String field(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String field = Fields.ALIASES.getOrDefault(name, name);
    if (!Fields.names().contains(field)) {
      throw fault(
          "there is no field "
              + name
              + "; fields are "
              + String.join(", ", Fields.names())
              + " (a colon in words: put them in quotation marks)",
          name + ":");
    }
    return field;
  }

  @Override
  protected Query getFieldQuery(@Nullable String name, String text, boolean quoted)
      throws ParseException {
    String field = field(name);
    if (field != null && Fields.DAYS.contains(field)) {
      return days(field, text, text);
    }
    return super.getFieldQuery(field, text, quoted);
  }

  @Override
  protected Query getFieldQuery(@Nullable String name, String text, int slop)
      throws ParseException {
    String field = field(name);
    return field != null && Fields.DAYS.contains(field)
        ? days(field, text, text)
        : super.getFieldQuery(field, text, slop);
  }

  @Override
  protected Query getRangeQuery(
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      boolean fromInclusive,
      boolean toInclusive) {
    String field = field(name);
    if (field == null || !Fields.DAYS.contains(field)) {
      throw fault("only date and published take a range, as date:[2024-01 TO 2024-03]", "[");
    }
    return days(field, from, to);
  }

  /** From a day, month or year to the end of another. */
  private Query days(String field, @Nullable String from, @Nullable String to) {
    for (String day : new @Nullable String[] {from, to}) {
      if (day != null && !DAY.matcher(day).matches()) {
        throw fault(field + " is a day such as 2024-05-03, or a month or year", day);
      }
    }
    return TermRangeQuery.newStringRange(field, from, to == null ? null : to + "~", true, true);
  }

  @Override
  protected Query getWildcardQuery(@Nullable String name, String text) throws ParseException {
    if (text.equals("*") && (name == null || name.equals("*"))) {
      return new MatchAllDocsQuery();
    }
    prefix(text);
    return super.getWildcardQuery(field(name), text);
  }

  @Override
  protected Query getPrefixQuery(@Nullable String name, String text) throws ParseException {
    prefix(text);
    return super.getPrefixQuery(field(name), text);
  }

  private void prefix(String text) {
    String head = text.split("[*?]", 2)[0];
    if (head.length() < LEAST_PREFIX) {
      throw fault(
          "at least " + LEAST_PREFIX + " letters have to stand before * or ?",
          text.isEmpty() ? "*" : text);
    }
  }

  @Override
  protected Query getRegexpQuery(@Nullable String name, String text) {
    throw fault("regular expressions are not taken; put / in quotation marks", "/" + text);
  }

  @Override
  protected Query getFuzzyQuery(@Nullable String name, String text, float similarity) {
    String field = field(name);
    List<String> fields = field == null ? Fields.TEXT : List.of(field);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String one : fields) {
      String term = getAnalyzer().normalize(one, text).utf8ToString();
      int edits = term.length() <= 2 ? 0 : term.length() <= SHORT_NAME ? 1 : 2;
      any.add(new FuzzyQuery(new Term(one, term), edits, 1), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  /** A phrase of a name or code, as a filter gives it. */
  static @Nullable Query name(String field, String value, Analyzer analyzer) {
    return new org.apache.lucene.util.QueryBuilder(analyzer).createPhraseQuery(field, value);
  }

  /** Days from and to, as a filter gives them. */
  static Query between(@Nullable String from, @Nullable String to) {
    return TermRangeQuery.newStringRange("date", from, to == null ? null : to + "~", true, true);
  }

  private static final class Counter extends QueryVisitor {
    private final int[] terms;

    Counter(int[] terms) {
      this.terms = terms;
    }

    @Override
    public void consumeTerms(Query query, Term... of) {
      terms[0] += of.length;
    }

    @Override
    public void consumeTermsMatching(
        Query query,
        String field,
        java.util.function.Supplier<org.apache.lucene.util.automaton.ByteRunAutomaton> automaton) {
      terms[0]++;
    }

    @Override
    public void visitLeaf(Query query) {
      terms[0]++;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }
}
