package org.chancery.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** An answer with its body unpacked. */
public final class Fetched {
  private final String url;
  private final boolean notModified;
  private final @Nullable String type;
  private final Version version;
  private final byte[] body;

  /** The server's marks of a version: ETag and Last-Modified, empty where it gave none. */
  public record Version(String etag, String lastModified) {
    /** No version is known. */
    public static final Version NONE = new Version("", "");
  }

  Fetched(String url, boolean notModified, @Nullable String type, Version version, byte[] body) {
    this.url = url;
    this.notModified = notModified;
    this.type = type;
    this.version = version;
    this.body = body;
  }

  /** Where it came from after all redirections. */
  public String url() {
    return url;
  }

  /** Whether the server says that nothing changed; the body is empty then. */
  public boolean notModified() {
    return notModified;
  }

  /** The media type that the server declares. */
  public @Nullable String type() {
    return type;
  }

  /** What to hand in at the next request, to be told whether anything changed. */
  public Version version() {
    return version;
  }

  /** The unpacked bytes, which are the caller's from here on. */
  public byte[] body() {
    return body;
  }
}
