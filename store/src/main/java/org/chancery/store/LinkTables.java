package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.core.ChanceryException;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.core.Modality;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The tables of linking: what is compared, the keys that it is found by, links with why, and the
 * event of each mention. Everything is found by index, so that a batch costs what the batch and its
 * neighbours are, not what the record is.
 */
public final class LinkTables {
  /** Ids asked for at once. */
  private static final int AT_ONCE = 200;

  private static final String PROFILE =
      "SELECT p.*, d.published_day, d.countries AS named_countries, d.names FROM link_profiles p"
          + " JOIN link_documents d ON d.document = p.document WHERE p.mention IN ";

  private final DuckDBConnection connection;
  private final Rows rows = new Rows();

  /** The tables of this record; documents that were written but not committed are committed. */
  public LinkTables(RecordStore store) {
    store.flush();
    connection = store.connection();
  }

  /** A mention's place: its document, the component that links join, and its event. */
  public record Placed(String document, String mention, String component, String event) {}

  /** A document's sketch and its source. */
  public record Sketched(String document, List<Integer> sketch, String source) {
    /** Copies the list. */
    public Sketched {
      sketch = List.copyOf(sketch);
    }
  }

  /** A part of the work, done whole or not at all. */
  public interface Work {
    /** Does it. */
    void run();
  }

  /** Runs a batch as one transaction. */
  public void atomically(Work work) {
    execute("BEGIN");
    try {
      work.run();
      flush();
      execute("COMMIT");
    } catch (RuntimeException e) {
      execute("ROLLBACK");
      throw e;
    }
  }

  /** The next ids that wait: of {@code document}s, {@code component}s or {@code source}s. */
  public List<String> pending(String kind, int most) {
    return asked(
        "SELECT DISTINCT id FROM link_pending WHERE kind = ? ORDER BY id LIMIT " + most,
        List.of(kind),
        r -> r.getString(1));
  }

  /** What waited is done. */
  public void done(String kind, Collection<String> ids) {
    for (String id : ids) {
      update("DELETE FROM link_pending WHERE kind = ? AND id = ?", kind, id);
    }
  }

  /** Notes that something has to be looked at again. */
  public void wait(String kind, String id) {
    update("INSERT INTO link_pending VALUES (?, ?)", kind, id);
  }

  /** Forgets all links but those by hand; all coded documents wait. */
  public void forgetAll() {
    for (String table :
        List.of(
            "link_pending",
            "link_documents",
            "link_bands",
            "copies",
            "link_profiles",
            "link_blocks",
            "links",
            "linked_mentions")) {
      execute("DELETE FROM " + table);
    }
    execute("INSERT INTO link_pending SELECT 'document', id FROM documents WHERE status = 'coded'");
  }

  /** Takes a document out of linking; its neighbours wait to be looked at again. */
  static void forget(DuckDBConnection connection, String document) {
    LinkTables tables = new LinkTables(connection);
    String of = " (SELECT mention FROM linked_mentions WHERE document = ?)";
    tables.update(
        "INSERT INTO link_pending SELECT DISTINCT 'component', component FROM linked_mentions WHERE document = ?",
        document);
    tables.update(
        "INSERT INTO link_pending SELECT 'source', source FROM link_documents WHERE document = ?",
        document);
    tables.update("DELETE FROM link_pending WHERE kind = 'document' AND id = ?", document);
    tables.update("DELETE FROM links WHERE one IN" + of, document);
    tables.update("DELETE FROM links WHERE other IN" + of, document);
    tables.update("DELETE FROM copies WHERE one = ? OR other = ?", document, document);
    for (String table :
        List.of(
            "linked_mentions", "link_blocks", "link_profiles", "link_bands", "link_documents")) {
      tables.update("DELETE FROM " + table + " WHERE document = ?", document);
    }
  }

  private LinkTables(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Adds a document; its source is itself until {@link #source} says otherwise. */
  public void add(MentionProfile.Report report, List<Integer> sketch, Set<Long> bands) {
    String id = report.document();
    rows.row(
        "link_documents", id, report.published(), report.countries(), report.names(), sketch, id);
    bands.forEach(band -> rows.row("link_bands", band, id));
  }

  /** Adds a mention with its keys. */
  public void add(MentionProfile p, Set<Long> keys) {
    MentionProfile.Days days = p.days();
    MentionProfile.Where where = p.where();
    String document = p.report().document();
    rows.row(
        "link_profiles",
        document,
        p.mention(),
        p.position(),
        p.type(),
        p.modality().key(),
        p.symmetric(),
        p.series(),
        p.actors(),
        p.recipients(),
        p.parties(),
        days == null ? null : days.first(),
        days == null ? null : days.last(),
        days == null ? null : days.said(),
        where == null ? null : where.name(),
        where == null ? null : where.country(),
        where == null ? null : where.admin1(),
        where == null ? null : where.lat(),
        where == null ? null : where.lon(),
        where == null ? null : where.geonameid(),
        where == null ? null : where.precision(),
        p.trigger(),
        p.terms(),
        p.numbers());
    keys.forEach(key -> rows.row("link_blocks", key, document, p.mention()));
  }

  /** Adds a link. */
  public void add(Link link) {
    rows.row("links", link.one(), link.other(), link.score(), link.reasons());
  }

  /** Adds a pair of copies. */
  public void addCopy(String one, String other, double likeness) {
    boolean ordered = one.compareTo(other) < 0;
    rows.row("copies", ordered ? one : other, ordered ? other : one, likeness);
  }

  /** Adds a mention's place, where it had none or {@link #unplace} took it away. */
  public void add(Placed placed) {
    rows.row(
        "linked_mentions", placed.document(), placed.mention(), placed.component(), placed.event());
  }

  /** Writes what was added, for the questions that follow in the same transaction. */
  public void flush() {
    try {
      rows.flush(connection);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** The mentions under each key. */
  public Map<Long, List<String>> mentionsUnder(Collection<Long> keys) {
    return under("SELECT block, mention FROM link_blocks WHERE block IN ", keys);
  }

  /** The documents under each band. */
  public Map<Long, List<String>> documentsUnder(Collection<Long> bands) {
    return under("SELECT band, document FROM link_bands WHERE band IN ", bands);
  }

  private Map<Long, List<String>> under(String sql, Collection<Long> keys) {
    Map<Long, List<String>> found = new LinkedHashMap<>();
    List<Long> all = List.copyOf(new TreeSet<>(keys));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      String some =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(",", "(", ")"));
      asked(sql + some, List.of(), r -> Map.entry(r.getLong(1), r.getString(2)))
          .forEach(
              e -> found.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    }
    return found;
  }

  /** What is compared of some mentions. */
  public List<MentionProfile> profiles(Collection<String> mentions) {
    return among(PROFILE, mentions, LinkTables::profile);
  }

  /** Documents with their sketches. */
  public List<Sketched> sketches(Collection<String> documents) {
    return among(
        "SELECT document, sketch, source FROM link_documents WHERE document IN ",
        documents,
        LinkTables::sketched);
  }

  /** The documents of some sources. */
  public List<Sketched> ofSources(Collection<String> sources) {
    return among(
        "SELECT document, sketch, source FROM link_documents WHERE source IN ",
        sources,
        LinkTables::sketched);
  }

  /** The pairs of copies whose first is one of these. */
  public List<Link> copies(Collection<String> documents) {
    return among(
        "SELECT one, other, likeness FROM copies WHERE one IN ",
        documents,
        r -> new Link(r.getString(1), r.getString(2), r.getDouble(3), List.of()));
  }

  /** Says whose copy a document is. */
  public void source(String document, String source) {
    update("UPDATE link_documents SET source = ? WHERE document = ?", source, document);
  }

  /** The places of some mentions; those that have none are left out. */
  public List<Placed> placed(Collection<String> mentions) {
    return among(
        "SELECT document, mention, component, event FROM linked_mentions WHERE mention IN ",
        mentions,
        LinkTables::placedRow);
  }

  /** All mentions of some components. */
  public List<Placed> ofComponents(Collection<String> components) {
    return among(
        "SELECT document, mention, component, event FROM linked_mentions WHERE component IN ",
        components,
        LinkTables::placedRow);
  }

  /** Takes the mentions of components out of their events. */
  public void unplace(Collection<String> components) {
    components.forEach(
        component -> update("DELETE FROM linked_mentions WHERE component = ?", component));
  }

  /** The links whose first mention is one of these. */
  public List<Link> links(Collection<String> mentions) {
    return among(
        "SELECT one, other, score, reasons FROM links WHERE one IN ",
        mentions,
        r ->
            new Link(
                r.getString(1),
                r.getString(2),
                r.getDouble(3),
                StoredRecords.strings(r.getArray(4))));
  }

  private static Placed placedRow(ResultSet r) throws SQLException {
    return new Placed(r.getString(1), r.getString(2), r.getString(3), r.getString(4));
  }

  private static Sketched sketched(ResultSet r) throws SQLException {
    List<Integer> sketch = new ArrayList<>();
    for (Object value : (Object[]) r.getArray(2).getArray()) {
      sketch.add((Integer) value);
    }
    return new Sketched(r.getString(1), sketch, r.getString(3));
  }

  private static MentionProfile profile(ResultSet r) throws SQLException {
    int first = r.getInt("first_day");
    MentionProfile.Days days =
        r.wasNull()
            ? null
            : new MentionProfile.Days(first, r.getInt("last_day"), r.getBoolean("day_said"));
    String place = r.getString("place");
    MentionProfile.Where where =
        place == null
            ? null
            : new MentionProfile.Where(
                place,
                r.getString("country"),
                r.getString("admin1"),
                StoredRecords.number(r, "lat"),
                StoredRecords.number(r, "lon"),
                r.getString("geonameid"),
                r.getString("precision"));
    int published = r.getInt("published_day");
    MentionProfile.Report report =
        new MentionProfile.Report(
            r.getString("document"),
            r.wasNull() ? null : published,
            StoredRecords.strings(r.getArray("named_countries")),
            StoredRecords.strings(r.getArray("names")));
    return new MentionProfile(
        r.getString("mention"),
        r.getInt("position"),
        r.getString("type"),
        Modality.of(r.getString("modality")),
        r.getBoolean("symmetric"),
        r.getBoolean("series"),
        StoredRecords.strings(r.getArray("actors")),
        StoredRecords.strings(r.getArray("recipients")),
        StoredRecords.strings(r.getArray("parties")),
        days,
        where,
        r.getString("trigger"),
        StoredRecords.strings(r.getArray("terms")),
        StoredRecords.strings(r.getArray("numbers")),
        report);
  }

  private <T> List<T> among(String sql, Collection<String> ids, StoredRecords.Reader<T> reader) {
    List<T> found = new ArrayList<>();
    List<String> all = List.copyOf(new TreeSet<>(ids));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      String marks = some.stream().map(id -> "?").collect(Collectors.joining(",", "(", ")"));
      found.addAll(asked(sql + marks, some, reader));
    }
    return found;
  }

  private <T> List<T> asked(String sql, List<String> values, StoredRecords.Reader<T> reader) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.setString(i + 1, values.get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(reader.read(result));
        }
      }
      return found;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private static ChanceryException fault(SQLException e) {
    return new ChanceryException("record", "links could not be kept: " + e.getMessage(), e);
  }
}
