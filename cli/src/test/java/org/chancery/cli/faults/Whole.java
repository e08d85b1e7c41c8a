package org.chancery.cli.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the documents of a record that was killed are whole. */
final class Whole {
  private static final Pattern ID = Pattern.compile("^documents \\{\"id\":\"([^\"]*)\"");
  private static final Pattern DOCUMENT = Pattern.compile("\"document\":\"([^\"]*)\"");

  /** Tables whose rows depend on more than their document. */
  private static final Pattern OF_MANY =
      Pattern.compile("^(rejects|link_\\w+|links|copies|hand_links|linked_mentions) .*");

  private Whole() {}

  /** Documents that are there have all their rows of an undisturbed run, once, and no others. */
  static List<String> faults(Path record, List<String> undisturbed) throws SQLException {
    if (!Files.exists(record) || !Dump.hasTables(record)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    List<String> found = ofDocuments(Dump.rows(record));
    Set<String> documents = new HashSet<>();
    found.forEach(
        row -> {
          if (row.startsWith("documents ")) {
            documents.add(of(row));
          }
        });
    List<String> due =
        ofDocuments(undisturbed).stream().filter(row -> documents.contains(of(row))).toList();
    if (!due.equals(found)) {
      faults.add(due.size() + " rows were due, " + found.size() + " are there, or they differ");
    }
    long neither =
        Dump.number(
            record,
            "SELECT count(*) FROM documents d WHERE status = 'coded' AND (SELECT count(DISTINCT id)"
                + " FROM link_pending WHERE kind = 'document' AND id = d.id) + (SELECT count(*) FROM"
                + " link_documents WHERE document = d.id) <> 1");
    if (neither > 0) {
      faults.add(neither + " documents are neither linked nor wait for it, or both");
    }
    return faults;
  }

  private static List<String> ofDocuments(List<String> rows) {
    return rows.stream().filter(row -> !OF_MANY.matcher(row).matches()).toList();
  }

  private static String of(String row) {
    Matcher document = (row.startsWith("documents ") ? ID : DOCUMENT).matcher(row);
    return document.find() ? document.group(1) : "";
  }
}
