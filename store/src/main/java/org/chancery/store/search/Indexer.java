package org.chancery.store.search;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.chancery.store.RecordStore;

/** Writes the index of a record: anew, or what has changed since. */
final class Indexer {
  private static final int BATCH = 10_000;
  private static final double BUFFER_MEGABYTES = 48;

  private final RecordStore store;
  private final Directory directory;
  private final Stamp stamp;

  Indexer(RecordStore store, Directory directory, Stamp stamp) {
    this.store = store;
    this.directory = directory;
    this.stamp = stamp;
  }

  private record Candidate(String id, String state) {}

  /** Makes the index anew; gives its number of reports. */
  long build() throws IOException, SQLException {
    try (IndexWriter writer = writer(IndexWriterConfig.OpenMode.CREATE)) {
      List<Candidate> all = candidates("true");
      add(writer, all, false);
      commit(writer);
      return all.size();
    }
  }

  /** Brings an index of an older state up to date; gives the number of reports read again. */
  long update(Stamp before, DirectoryReader reader) throws IOException, SQLException {
    List<Candidate> changed = new ArrayList<>();
    IndexSearcher searcher = new IndexSearcher(reader);
    for (Candidate candidate : since(before)) {
      Term term = new Term(Fields.STATE, Entries.state(candidate.id, candidate.state));
      if (searcher.count(new TermQuery(term)) == 0) {
        changed.add(candidate);
      }
    }
    try (IndexWriter writer = writer(IndexWriterConfig.OpenMode.APPEND)) {
      add(writer, changed, true);
      if (!holdsAll(writer)) { // reports were taken out of the record
        writer.deleteAll();
        changed = candidates("true");
        add(writer, changed, false);
      }
      commit(writer);
      return changed.size();
    }
  }

  private boolean holdsAll(IndexWriter writer) throws IOException, SQLException {
    try (DirectoryReader now = DirectoryReader.open(writer);
        Statement statement = store.connection().createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM documents")) {
      count.next();
      TermQuery reports = new TermQuery(new Term(Fields.IN, In.DOCUMENTS.key()));
      return new IndexSearcher(now).count(reports) == count.getInt(1);
    }
  }

  private IndexWriter writer(IndexWriterConfig.OpenMode mode) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer());
    config.setOpenMode(mode);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setCommitOnClose(false); // an index that is stopped half-way stays what it was
    return new IndexWriter(directory, config);
  }

  private void commit(IndexWriter writer) throws IOException {
    writer.setLiveCommitData(stamp.parts().entrySet());
    writer.commit();
  }

  /** Reports that may have changed: those of runs that did, and reviewed ones. */
  private List<Candidate> since(Stamp before) throws SQLException {
    List<Candidate> found = new ArrayList<>();
    for (String run : stamp.runsSince(before)) {
      found.addAll(candidates("run = ?", run));
    }
    if (!stamp.part(Stamp.REVIEWS).equals(before.part(Stamp.REVIEWS))) {
      found.addAll(candidates("id IN (SELECT document FROM reviews)"));
    }
    return found.stream().distinct().toList();
  }

  private List<Candidate> candidates(String where, String... values) throws SQLException {
    List<Candidate> found = new ArrayList<>();
    try (PreparedStatement query =
        store
            .connection()
            .prepareStatement(
                "SELECT id, md5(concat_ws(' ', content_hash, versions, run, coalesce(v.n, 0))) FROM"
                    + " documents LEFT JOIN (SELECT document, count(*) AS n FROM reviews GROUP BY 1) v"
                    + " ON v.document = id WHERE "
                    + where
                    + " ORDER BY documents.rowid")) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(new Candidate(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  private void add(IndexWriter writer, List<Candidate> reports, boolean replaces)
      throws SQLException, IOException {
    Entries entries = new Entries(store, writer);
    for (int from = 0; from < reports.size(); from += BATCH) {
      List<Candidate> batch = reports.subList(from, Math.min(reports.size(), from + BATCH));
      if (replaces) {
        for (Candidate report : batch) {
          writer.deleteDocuments(new Term(Fields.REPORT, Fields.key(report.id)));
        }
      }
      batch(batch);
      entries.add();
    }
  }

  private void batch(List<Candidate> reports) throws SQLException {
    try (Statement statement = store.connection().createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE search_batch (id VARCHAR, state VARCHAR)");
    }
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement("INSERT INTO search_batch SELECT unnest(?), unnest(?)")) {
      insert.setArray(1, store.connection().createArrayOf("VARCHAR", ids(reports)));
      insert.setArray(2, store.connection().createArrayOf("VARCHAR", states(reports)));
      insert.execute();
    }
  }

  private static Object[] ids(List<Candidate> reports) {
    return reports.stream().map(Candidate::id).toArray();
  }

  private static Object[] states(List<Candidate> reports) {
    return reports.stream().map(Candidate::state).toArray();
  }
}
