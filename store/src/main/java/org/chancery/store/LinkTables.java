package org.chancery.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.duckdb.DuckDBConnection;

/**
 * The tables of linking: what is compared, the keys that it is found by, links with why, and the
 * event of each mention. Everything is found by index, so that a batch costs what the batch and its
 * neighbours are, not what the record is.
 */
public final class LinkTables {
  private final DuckDBConnection connection;
  private final LinkAsk ask;
  private final Rows rows = new Rows();

  /** The tables of this record; documents that were written but not committed are committed. */
  public LinkTables(RecordStore store) {
    store.flush();
    connection = store.connection();
    ask = new LinkAsk(connection);
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
    ask.execute("BEGIN");
    try {
      work.run();
      flush();
      ask.execute("COMMIT");
    } catch (RuntimeException e) {
      ask.execute("ROLLBACK");
      throw e;
    }
  }

  /** The next ids that wait: of {@code document}s, {@code component}s or {@code source}s. */
  public List<String> pending(String kind, int most) {
    return ask.asked(
        "SELECT DISTINCT id FROM link_pending WHERE kind = ? ORDER BY id LIMIT " + most,
        List.of(kind),
        r -> r.getString(1));
  }

  /** What waited is done. */
  public void done(String kind, Collection<String> ids) {
    ask.update("DELETE FROM link_pending WHERE kind = '" + kind + "' AND id IN ", ids);
  }

  /** Notes that something has to be looked at again. */
  public void wait(String kind, String id) {
    ask.change("INSERT INTO link_pending VALUES (?, ?)", kind, id);
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
      ask.execute("DELETE FROM " + table);
    }
    ask.execute(
        "INSERT INTO link_pending SELECT 'document', id FROM documents WHERE status = 'coded'");
  }

  /** Takes documents out of linking; their neighbours wait to be looked at again. */
  static void forget(DuckDBConnection connection, Collection<String> documents) {
    LinkTables tables = new LinkTables(connection);
    List<String> mentions =
        tables.ask.among(
            "SELECT DISTINCT id FROM event_mentions WHERE document IN ",
            documents,
            r -> r.getString(1));
    tables.ask.update(
        "INSERT INTO link_pending SELECT DISTINCT 'component', component FROM linked_mentions WHERE"
            + " mention IN ",
        mentions);
    tables.ask.update(
        "INSERT INTO link_pending SELECT 'source', source FROM link_documents WHERE document IN ",
        documents);
    tables.done("document", documents);
    tables.ask.update("DELETE FROM links WHERE one IN ", mentions);
    tables.ask.update("DELETE FROM links WHERE other IN ", mentions);
    tables.ask.update("DELETE FROM linked_mentions WHERE mention IN ", mentions);
    tables.ask.update("DELETE FROM link_profiles WHERE mention IN ", mentions);
    tables.ask.update("DELETE FROM copies WHERE one IN ", documents);
    tables.ask.update("DELETE FROM link_documents WHERE document IN ", documents);
    // these three have no index by document: one reading for all that are replaced together
    tables.ask.update("DELETE FROM copies WHERE other IN ", documents);
    tables.ask.update("DELETE FROM link_blocks WHERE document IN ", documents);
    tables.ask.update("DELETE FROM link_bands WHERE document IN ", documents);
  }

  private LinkTables(DuckDBConnection connection) {
    this.connection = connection;
    ask = new LinkAsk(connection);
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
      throw LinkAsk.fault(e);
    }
  }

  /** The mentions under each key. */
  public Map<Long, List<String>> mentionsUnder(Collection<Long> keys) {
    return ask.under("SELECT block, mention FROM link_blocks WHERE block IN ", keys);
  }

  /** The documents under each band. */
  public Map<Long, List<String>> documentsUnder(Collection<Long> bands) {
    return ask.under("SELECT band, document FROM link_bands WHERE band IN ", bands);
  }

  /** What is compared of some mentions. */
  public List<MentionProfile> profiles(Collection<String> mentions) {
    List<LinkRows.Profile> profiles =
        ask.among("SELECT * FROM link_profiles WHERE mention IN ", mentions, LinkRows.Profile::of);
    Map<String, MentionProfile.Report> reports = new HashMap<>();
    ask.among(
            "SELECT document, published_day, countries, names FROM link_documents WHERE document IN ",
            profiles.stream().map(LinkRows.Profile::document).toList(),
            LinkRows::report)
        .forEach(report -> reports.put(report.document(), report));
    List<MentionProfile> found = new ArrayList<>();
    for (LinkRows.Profile profile : profiles) {
      MentionProfile.Report report = reports.get(profile.document());
      if (report != null) {
        found.add(profile.with(report));
      }
    }
    return found;
  }

  /** Documents with their sketches. */
  public List<Sketched> sketches(Collection<String> documents) {
    return ask.among(
        "SELECT document, sketch, source FROM link_documents WHERE document IN ",
        documents,
        LinkRows::sketched);
  }

  /** The documents of some sources. */
  public List<Sketched> ofSources(Collection<String> sources) {
    return ask.among(
        "SELECT document, sketch, source FROM link_documents WHERE source IN ",
        sources,
        LinkRows::sketched);
  }

  /** The pairs of copies whose first is one of these. */
  public List<Link> copies(Collection<String> documents) {
    return ask.among(
        "SELECT one, other, likeness FROM copies WHERE one IN ",
        documents,
        r -> new Link(r.getString(1), r.getString(2), r.getDouble(3), List.of()));
  }

  /** Says whose copy a document is. */
  public void source(String document, String source) {
    ask.change("UPDATE link_documents SET source = ? WHERE document = ?", source, document);
  }

  /** The places of some mentions; those that have none are left out. */
  public List<Placed> placed(Collection<String> mentions) {
    return placed("mention", mentions);
  }

  /** All mentions of some components. */
  public List<Placed> ofComponents(Collection<String> components) {
    return placed("component", components);
  }

  /** All mentions of some events. */
  public List<Placed> ofEvents(Collection<String> events) {
    return placed("event", events);
  }

  private List<Placed> placed(String column, Collection<String> ids) {
    return ask.among(
        "SELECT document, mention, component, event FROM linked_mentions WHERE " + column + " IN ",
        ids,
        LinkRows::placed);
  }

  /** Takes the mentions of components out of their events. */
  public void unplace(Collection<String> components) {
    ask.update("DELETE FROM linked_mentions WHERE component IN ", components);
  }

  /** The links whose first mention is one of these. */
  public List<Link> links(Collection<String> mentions) {
    return ask.among(
        "SELECT one, other, score, reasons FROM links WHERE one IN ", mentions, LinkRows::link);
  }
}
