package org.chancery.cli.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Short reports of invented happenings, as JSON lines. */
final class Reports {
  static final int COUNT = 24;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] VERBS = {"met", "accused", "condemned", "praised", "threatened"};
  private static final String[] PARTIES = {"Peru", "Chile", "Norway", "Chad", "Ghana", "Nepal"};

  private Reports() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String one = PARTIES[i % PARTIES.length];
      String other = PARTIES[(i + 1 + i / PARTIES.length) % PARTIES.length];
      String text =
          one
              + "'s foreign minister "
              + VERBS[i % VERBS.length]
              + " "
              + other
              + "'s government on Monday. Some "
              + (i + 2)
              + " people were wounded, officials said.";
      lines.add(
          JSON.createObjectNode()
              .put("id", String.format("d%02d", i))
              .put("published", "2025-03-14")
              .put("language", "en")
              .put("text", text)
              .toString());
    }
    return lines;
  }
}
