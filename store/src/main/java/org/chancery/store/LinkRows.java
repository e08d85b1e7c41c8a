package org.chancery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.core.Modality;

/** Rows of the tables of linking as what they stand for. */
final class LinkRows {
  private LinkRows() {}

  static LinkTables.Placed placed(ResultSet r) throws SQLException {
    return new LinkTables.Placed(r.getString(1), r.getString(2), r.getString(3), r.getString(4));
  }

  static LinkTables.Sketched sketched(ResultSet r) throws SQLException {
    List<Integer> sketch = new ArrayList<>();
    for (Object value : (Object[]) r.getArray(2).getArray()) {
      sketch.add((Integer) value);
    }
    return new LinkTables.Sketched(r.getString(1), sketch, r.getString(3));
  }

  static Link link(ResultSet r) throws SQLException {
    return new Link(
        r.getString(1), r.getString(2), r.getDouble(3), StoredRecords.strings(r.getArray(4)));
  }

  static MentionProfile.Report report(ResultSet r) throws SQLException {
    int published = r.getInt("published_day");
    return new MentionProfile.Report(
        r.getString("document"),
        r.wasNull() ? null : published,
        StoredRecords.strings(r.getArray("countries")),
        StoredRecords.strings(r.getArray("names")));
  }

  /** A profile but for what its document's mentions share. */
  record Profile(String document, MentionProfile alone) {
    static Profile of(ResultSet r) throws SQLException {
      String document = r.getString("document");
      MentionProfile.Report none = new MentionProfile.Report(document, null, List.of(), List.of());
      return new Profile(document, profile(r, none));
    }

    MentionProfile with(MentionProfile.Report report) {
      MentionProfile p = alone;
      return new MentionProfile(
          p.mention(),
          p.position(),
          p.type(),
          p.modality(),
          p.symmetric(),
          p.series(),
          p.actors(),
          p.recipients(),
          p.parties(),
          p.days(),
          p.where(),
          p.trigger(),
          p.terms(),
          p.numbers(),
          report);
    }
  }

  private static MentionProfile profile(ResultSet r, MentionProfile.Report report)
      throws SQLException {
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
}
