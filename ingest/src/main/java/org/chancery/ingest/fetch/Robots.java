package org.chancery.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What robots.txt of hosts allows (RFC 9309), kept for a day and for a bounded number of hosts. */
final class Robots {
  private static final int HOSTS = 1_000;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_FAILED = Duration.ofMinutes(5);
  private static final int UNAVAILABLE = 503;
  private final String agent;
  private final Source source;
  private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
  private final Map<String, Entry> hosts = new Recent<>(HOSTS);

  private record Entry(BaseRobotRules rules, long until) {}

  /** Fetches a robots.txt. */
  interface Source {
    Fetched get(URI robots) throws FetchException;
  }

  Robots(String agent, Source source) {
    this.agent = agent;
    this.source = source;
  }

  /**
   * Throws where the host's rules do not let this address be fetched; gives the pause it asks for.
   */
  Duration check(URI url) throws FetchException {
    BaseRobotRules rules = rules(url);
    if (!rules.isAllowed(url.toString())) {
      throw new FetchException(
          "robots",
          url.getHost()
              + (rules.isDeferVisits()
                  ? " does not give its robots.txt; it is asked again later"
                  : " does not let programs fetch this (robots.txt)"));
    }
    return rules.getCrawlDelay() > 0 ? Duration.ofMillis(rules.getCrawlDelay()) : Duration.ZERO;
  }

  private synchronized BaseRobotRules rules(URI url) throws FetchException {
    String host = url.getScheme() + "://" + url.getRawAuthority();
    Entry known = hosts.get(host);
    if (known != null && System.nanoTime() - known.until < 0) {
      return known.rules;
    }
    BaseRobotRules rules;
    Duration kept = KEPT;
    URI robots = URI.create(host + "/robots.txt");
    try {
      Fetched file = source.get(robots);
      rules =
          parser.parseContent(
              robots.toString(), file.body(), String.valueOf(file.type()), List.of(agent));
    } catch (FetchException e) {
      if (e.reason().equals("private-address") || e.reason().equals("stopped")) {
        throw e;
      }
      boolean absent = e.status() >= 400 && e.status() < 500;
      rules = parser.failedFetch(absent ? 404 : UNAVAILABLE);
      kept = absent ? KEPT : KEPT_FAILED;
    }
    hosts.put(host, new Entry(rules, System.nanoTime() + kept.toNanos()));
    return rules;
  }
}
