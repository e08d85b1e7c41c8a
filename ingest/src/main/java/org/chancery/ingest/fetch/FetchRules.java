package org.chancery.ingest.fetch;

import java.time.Duration;

/**
 * What a fetch may take.
 *
 * @param allowPrivate whether addresses of this machine and its networks may be reached
 * @param connect longest wait for a connection, and for the next bytes
 * @param whole longest time of one request, from connecting to its last byte
 * @param bytes most bytes of an answer, packed and unpacked
 * @param pause shortest time between two requests to one host
 * @param redirects most redirections of one request
 * @param agent how Chancery names itself to servers and finds itself in robots.txt
 */
public record FetchRules(
    boolean allowPrivate,
    Duration connect,
    Duration whole,
    int bytes,
    Duration pause,
    int redirects,
    String agent) {
  /** Public addresses only, 60 s and 20 MB a request, a second between requests to a host. */
  public static final FetchRules DEFAULT =
      new FetchRules(
          false,
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          20_000_000,
          Duration.ofSeconds(1),
          5,
          "chancery");

  /** These rules, with or without private addresses. */
  public FetchRules withPrivate(boolean allowed) {
    return new FetchRules(allowed, connect, whole, bytes, pause, redirects, agent);
  }
}
