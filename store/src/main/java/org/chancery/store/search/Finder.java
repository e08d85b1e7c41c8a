package org.chancery.store.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/** Asks an open index: best first, of equals the newest. */
final class Finder {
  private static final long LONGEST_MILLIS = 3_000;
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.SORT_DATE, SortField.Type.STRING, true),
          new SortField(Fields.SORT_KEY, SortField.Type.STRING));

  private final Analyzer analyzer = Fields.analyzer();
  private final DirectoryReader reader;
  private final HitReader hits;

  Finder(DirectoryReader reader, HitReader hits) {
    this.reader = reader;
    this.hits = hits;
  }

  SearchResults find(SearchQuery query) {
    Query words = QueryReader.read(query.words(), analyzer);
    FieldDoc after = after(query.cursor());
    if (reader.maxDoc() == 0) {
      return new SearchResults(List.of(), 0, true, null);
    }
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setTimeout(new QueryTimeoutImpl(LONGEST_MILLIS));
      Query known = known(words, searcher);
      TopDocs top = searcher.searchAfter(after, filtered(query, known), query.limit() + 1, ORDER);
      if (searcher.timedOut()) {
        throw new QueryFault("it takes too long; ask for less", 0);
      }
      return results(query, known, searcher.storedFields(), top);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new QueryFault("it means too many words; ask for less", 0);
    } catch (IOException e) {
      throw new ChanceryException("search", "the index cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A query with the words of the index in place of the fuzzy ones, which every hit would expand.
   */
  private static Query known(Query query, IndexSearcher searcher) throws IOException {
    if (query instanceof FuzzyQuery) {
      return searcher.rewrite(query);
    }
    if (query instanceof BooleanQuery bool) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      all.setMinimumNumberShouldMatch(bool.getMinimumNumberShouldMatch());
      for (BooleanClause clause : bool) {
        all.add(known(clause.getQuery(), searcher), clause.getOccur());
      }
      return all.build();
    }
    return query;
  }

  private SearchResults results(SearchQuery query, Query words, StoredFields stored, TopDocs top)
      throws IOException {
    int count = Math.min(query.limit(), top.scoreDocs.length);
    List<HitReader.Key> keys = new ArrayList<>();
    for (ScoreDoc found : List.of(top.scoreDocs).subList(0, count)) {
      Document entry = stored.document(found.doc);
      keys.add(
          new HitReader.Key(In.of(entry.get(Fields.IN)), entry.get("of"), entry.get(Fields.ID)));
    }
    Map<HitReader.Key, Hit> rows = hits.read(keys);
    Marker marker = new Marker(analyzer, words);
    List<Hit> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Hit row = rows.get(keys.get(i));
      if (row != null) {
        Object score = ((FieldDoc) top.scoreDocs[i]).fields[0];
        list.add(marker.mark(row, ((Number) score).doubleValue()));
      }
    }
    boolean more = top.scoreDocs.length > count;
    return new SearchResults(
        list,
        top.totalHits.value,
        top.totalHits.relation == TotalHits.Relation.EQUAL_TO,
        more ? cursor((FieldDoc) top.scoreDocs[count - 1]) : null);
  }

  private Query filtered(SearchQuery query, Query words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST);
    if (!query.in().isEmpty()) {
      BooleanQuery.Builder in = new BooleanQuery.Builder();
      query
          .in()
          .forEach(
              i -> in.add(new TermQuery(new Term(Fields.IN, i.key())), BooleanClause.Occur.SHOULD));
      all.add(in.build(), BooleanClause.Occur.FILTER);
    }
    filter(all, "type", query.type());
    filter(all, "outlet", query.outlet());
    if (query.actor() != null) {
      Query actor = QueryReader.name("actor", query.actor(), analyzer);
      all.add(actor == null ? new MatchNoDocsQuery() : actor, BooleanClause.Occur.FILTER);
    }
    if (query.from() != null || query.to() != null) {
      all.add(QueryReader.between(query.from(), query.to()), BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  private static void filter(BooleanQuery.Builder all, String field, @Nullable String value) {
    if (value != null) {
      all.add(new TermQuery(new Term(field, Fields.whole(value))), BooleanClause.Occur.FILTER);
    }
  }

  /** Where an answer ended: score, day and key of its last hit. */
  private static String cursor(FieldDoc last) {
    String key = last.fields[0] + "\n" + text(last.fields[1]) + "\n" + text(last.fields[2]);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(@Nullable Object value) {
    return value instanceof BytesRef bytes ? bytes.utf8ToString() : "";
  }

  private @Nullable FieldDoc after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
      if (parts.length == 3) {
        Object[] fields = {Float.valueOf(parts[0]), new BytesRef(parts[1]), new BytesRef(parts[2])};
        return new FieldDoc(Math.max(0, reader.maxDoc() - 1), Float.NaN, fields);
      }
    } catch (IllegalArgumentException e) {
      // falls through to the message
    }
    throw new IllegalArgumentException("cursor is none that an answer gave");
  }
}
