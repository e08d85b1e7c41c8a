package org.chancery.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * An answer with its body unpacked.
 *
 * @param url where it came from after all redirections
 * @param notModified whether the server says that nothing changed; the body is empty then
 * @param type the media type that the server declares
 * @param version what to hand in at the next request, to be told that nothing changed
 */
public record Fetched(
    String url, boolean notModified, @Nullable String type, Version version, byte[] body) {

  /** The server's marks of a version: ETag and Last-Modified, empty where it gave none. */
  public record Version(String etag, String lastModified) {
    /** No version is known. */
    public static final Version NONE = new Version("", "");
  }
}
