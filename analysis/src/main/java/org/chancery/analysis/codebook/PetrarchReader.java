package org.chancery.analysis.codebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads actor, agent and discard dictionaries in the format of PETRARCH and TABARI, and writes them
 * as a layer of a codebook: {@code actors/others.tsv}, {@code actors/peoples.tsv}, {@code
 * lexicon/agents.tsv}, {@code lexicon/discards.tsv}. What cannot be represented is listed with file
 * and line. Format: the PETRARCH2 manual, chapters on actor and agent dictionaries.
 */
public final class PetrarchReader {
  private static final Pattern CODE = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern RANGE =
      Pattern.compile("(?<from>\\d{6,8})-(?<to>\\d{6,8})|>(?<after>\\d{6,8})|<(?<before>\\d{6,8})");
  private final PetrarchCodes codes;
  private final Map<String, Set<String>> rows = new HashMap<>();
  private final List<String> unread = new ArrayList<>();
  private final Map<String, List<String>> sets = new HashMap<>();
  private int entries;

  /**
   * What was read.
   *
   * @param unread what a layer cannot hold, each {@code file:line: text: why}
   */
  public record Result(int entries, int written, List<String> unread) {
    /** Copies the list. */
    public Result {
      unread = List.copyOf(unread);
    }
  }

  private PetrarchReader(Codebook codebook) {
    codes = new PetrarchCodes(codebook);
  }

  /** Reads dictionaries and writes the layer; a file that cannot be opened is a fault. */
  public static Result read(Codebook codebook, List<Path> files, Path layer) {
    PetrarchReader reader = new PetrarchReader(codebook);
    files.forEach(reader::read);
    int written = reader.write(layer);
    return new Result(reader.entries, written, reader.unread);
  }

  private void read(Path file) {
    List<String> lines = lines(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.contains("discard")) {
      discards(file, lines);
    } else if (name.contains("agent")) {
      agents(file, lines);
    } else if (name.contains("actor")
        || lines.stream().anyMatch(l -> l.matches("[A-Z_.]+ *\\[[A-Z]{3}.*"))) {
      actors(file, lines);
    } else {
      for (int i = 0; i < lines.size(); i++) {
        if (!isComment(lines.get(i))) {
          entries++;
          unread(file, i, lines.get(i), "is of a verb or issue dictionary, which is not read");
        }
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      try {
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      } catch (IOException again) {
        throw new CodebookException(file + ": cannot be read: " + again.getMessage());
      }
    } catch (IOException e) {
      throw new CodebookException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#") || line.startsWith("<");
  }

  private void unread(Path file, int line, String text, String why) {
    String brief = text.strip();
    brief = brief.length() > 60 ? brief.substring(0, 60) + "..." : brief;
    unread.add(file + ":" + (line + 1) + ": " + brief + ": " + why);
  }

  // ---- actors: a name, its synonyms with +, its codes with their days in brackets

  private void actors(Path file, List<String> lines) {
    String kind = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean people = kind.contains("ethnic") || kind.contains("religious");
    List<String> names = new ArrayList<>();
    List<String> dated = new ArrayList<>();
    int first = 0;
    boolean coded = false;
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? strip(lines.get(i)) : "END";
      if (i < lines.size() && (line.isEmpty() || isComment(line))) {
        continue;
      }
      boolean synonym = line.startsWith("+");
      boolean codesOnly = line.startsWith("[");
      if (!synonym && !codesOnly && (coded || i == lines.size())) {
        entry(file, first, names, dated, people);
        names.clear();
        dated.clear();
        coded = false;
      }
      if (i == lines.size()) {
        break;
      }
      if (names.isEmpty()) {
        first = i;
      }
      int bracket = line.indexOf('[');
      String name = bracket < 0 ? line : line.substring(0, bracket);
      if (!name.isBlank()) {
        names.add(PetrarchName.of(synonym ? name.substring(1) : name));
      }
      Matcher matcher = CODE.matcher(line);
      while (matcher.find()) {
        dated.add(matcher.group(1).strip());
        coded = true;
      }
    }
  }

  private static String strip(String line) {
    int comment = line.indexOf(';');
    String text = comment < 0 ? line : line.substring(0, comment);
    int hash = text.indexOf('#');
    return (hash < 0 ? text : text.substring(0, hash)).strip();
  }

  private void entry(Path file, int line, List<String> names, List<String> all, boolean people) {
    entries++;
    String shown = names.isEmpty() ? "" : names.get(0);
    if (names.isEmpty() || all.isEmpty()) {
      unread(file, line, shown, "has no " + (names.isEmpty() ? "name" : "code"));
      return;
    }
    boolean any = false;
    for (String dated : all) {
      Matcher range = RANGE.matcher(dated);
      String from = "";
      String to = "";
      if (range.find()) {
        from =
            PetrarchCodes.day(
                range.group("from") == null ? range.group("after") : range.group("from"));
        to =
            PetrarchCodes.day(
                range.group("to") == null ? range.group("before") : range.group("to"));
      }
      if (!from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
        unread(file, line, shown, "its code [" + dated + "] ends before it begins");
        continue;
      }
      String code = dated.replaceAll("[^A-Z].*", "");
      String row = codes.row(names, code, from, to, people);
      if (row.isEmpty()) {
        unread(file, line, shown, "its code [" + dated + "] is no country and sectors of PLOVER");
      } else {
        any = true;
        boolean group = row.chars().filter(c -> c == '\t').count() == 4; // a people's row
        put(group ? "actors/peoples.tsv" : "actors/others.tsv", row);
      }
    }
    if (!any && all.isEmpty()) {
      unread(file, line, shown, "has no code");
    }
  }

  // ---- agents: a noun, its plural in braces, its code; !SETS! of words

  private void agents(Path file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = strip(lines.get(i));
      if (line.isEmpty() || isComment(line)) {
        continue;
      }
      if (line.startsWith("!") && line.indexOf('=') > 0) {
        int equals = line.indexOf('=');
        List<String> words = List.of(line.substring(equals + 1).strip().split(",\\s*"));
        sets.put(line.substring(0, equals).strip(), words);
        continue;
      }
      entries++;
      Matcher code = CODE.matcher(line);
      String part = code.find() ? code.group(1).replace("~", "") : "";
      String last = part.length() < 3 ? "" : part.substring(part.length() - 3);
      String sector = codes.sector(last);
      if (sector.isEmpty()) {
        unread(file, i, line, "its code [" + part + "] is no sector of PLOVER");
        continue;
      }
      String noun = line.replaceAll("[\\[{].*", "").strip();
      for (String form : expanded(noun)) {
        String agent = form.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        put("lexicon/agents.tsv", agent + "\t" + sector + "\t" + sector);
      }
    }
  }

  private List<String> expanded(String noun) {
    for (Map.Entry<String, List<String>> set : sets.entrySet()) {
      if (noun.contains(set.getKey())) {
        return set.getValue().stream().map(w -> noun.replace(set.getKey(), w)).toList();
      }
    }
    return List.of(noun);
  }

  // ---- discards: a phrase whose sentence is left out, with + its whole report

  private void discards(Path file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = strip(lines.get(i));
      if (line.isEmpty() || isComment(line)) {
        continue;
      }
      entries++;
      boolean story = line.startsWith("+");
      String phrase =
          line.replaceFirst("^[+$]", "").replace('_', ' ').replaceAll("\\[.*", "").strip();
      if (phrase.length() < 3) {
        unread(file, i, line, "is too short a phrase");
      } else {
        put(
            "lexicon/discards.tsv",
            phrase.toLowerCase(Locale.ROOT) + "\t" + (story ? "report" : "sentence"));
      }
    }
  }

  private void put(String table, String row) {
    rows.computeIfAbsent(table, k -> new TreeSet<>())
        .add(Normalizer.normalize(row, Normalizer.Form.NFC));
  }

  private int write(Path layer) {
    Map<String, String> headers =
        Map.of(
            "actors/others.tsv", "name\taliases\tcountry\tsectors\tfrom\tto",
            "actors/peoples.tsv", "name\taliases\tcountry\tsectors\tkind",
            "lexicon/agents.tsv", "agent\tsectors\tkind",
            "lexicon/discards.tsv", "phrase\tscope");
    int written = 0;
    try {
      for (Map.Entry<String, Set<String>> table : rows.entrySet()) {
        Path file = layer.resolve(table.getKey());
        Path folder = file.getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        List<String> text = new ArrayList<>();
        text.add("# Read from PETRARCH-format dictionaries; their licence holds.");
        text.add(headers.getOrDefault(table.getKey(), ""));
        text.addAll(table.getValue());
        Files.writeString(file, String.join("\n", text) + "\n");
        written += table.getValue().size();
      }
      Files.createDirectories(layer);
      Files.writeString(layer.resolve("not-read.txt"), String.join("\n", unread) + "\n");
    } catch (IOException e) {
      throw new CodebookException(layer + ": cannot be written: " + e.getMessage());
    }
    return written;
  }
}
