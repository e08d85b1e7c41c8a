package org.chancery.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes come from.
 *
 * @param name file name, whose ending says what it is
 * @param id the id that a text or page in it has when it names none; empty for one by content
 * @param origin for messages
 * @param file the file, where it is one on disk and not a part of one
 * @param url the address, where it was fetched
 * @param type the media type that a server declared, or null
 * @param depth how many archives and compressions lie around it
 */
public record Source(
    String name,
    String id,
    String origin,
    @Nullable Path file,
    @Nullable String url,
    @Nullable String type,
    int depth) {
  /** A file on disk. */
  public static Source file(Path file, String id) {
    return new Source(String.valueOf(file.getFileName()), id, file.toString(), file, null, null, 0);
  }

  /** Something fetched. */
  public static Source fetched(String url, @Nullable String type) {
    return new Source(pathOf(url), "", url, null, url, type, 0);
  }

  /** What a compressed file holds. */
  Source within(String innerName) {
    return new Source(innerName, innerId(), origin, null, url, null, depth + 1);
  }

  /** An entry of an archive. */
  Source entry(String path) {
    String inner = path.length() > 1_000 ? org.chancery.core.Ids.of("entry", path) : path;
    String where = origin + "!/" + inner;
    return new Source(
        inner, (id.isEmpty() ? "" : id + "!/") + inner, where, null, url, null, depth + 1);
  }

  private String innerId() {
    int dot = id.lastIndexOf('.');
    return dot > 0 ? id.substring(0, dot) : id;
  }

  private static String pathOf(String url) {
    String path = url.replaceAll("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
