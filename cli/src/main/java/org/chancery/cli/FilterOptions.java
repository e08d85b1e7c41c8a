package org.chancery.cli;

import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events: the filter of the pages as options. */
final class FilterOptions {
  private final Map<String, String> parts = new TreeMap<>();

  @Option(names = "--type", description = "A PLOVER type, such as CONSULT.")
  void type(String value) {
    parts.put("type", value);
  }

  @Option(names = "--quad", paramLabel = "1-4", description = "A quad class.")
  void quad(String value) {
    parts.put("quad", value);
  }

  @Option(names = "--modality", description = "happened, planned, called_for, denied, ...")
  void modality(String value) {
    parts.put("modality", value);
  }

  @Option(names = "--actor", paramLabel = "CODE|WORDS", description = "Who did it.")
  void actor(String value) {
    parts.put("actor", value);
  }

  @Option(names = "--recipient", paramLabel = "CODE|WORDS", description = "To whom.")
  void recipient(String value) {
    parts.put("recipient", value);
  }

  @Option(names = "--party", paramLabel = "CODE|WORDS", description = "On either side.")
  void party(String value) {
    parts.put("party", value);
  }

  @Option(names = "--country", paramLabel = "ISO3", description = "Country of the place.")
  void country(String value) {
    parts.put("country", value);
  }

  @Option(names = "--from", paramLabel = "DATE", description = "First day (may be partial).")
  void from(String value) {
    parts.put("from", value);
  }

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
  void to(String value) {
    parts.put("to", value);
  }

  @Option(names = "--outlet", paramLabel = "NAME", description = "The publisher.")
  void outlet(String value) {
    parts.put("outlet", value);
  }

  @Option(names = "--document", paramLabel = "ID", description = "Only this report.")
  void document(String value) {
    parts.put("document", value);
  }

  @Option(names = "--least", paramLabel = "0-1", description = "Least confidence.")
  void least(String value) {
    parts.put("least", value);
  }

  @Option(names = "--most", paramLabel = "0-1", description = "Confidence below this.")
  void most(String value) {
    parts.put("most", value);
  }

  @Option(names = "--review", description = "none, accept, correct or reject.")
  void review(String value) {
    parts.put("review", value);
  }

  @Option(names = "--words", description = "Words of trigger, parties, place or title.")
  void words(String value) {
    parts.put("words", value);
  }

  EventFilter filter() {
    try {
      return EventFilter.of(parts);
    } catch (IllegalArgumentException e) {
      throw new ChanceryException("filter", "--" + e.getMessage(), e);
    }
  }

  @Nullable String part(String name) {
    return parts.get(name);
  }
}
