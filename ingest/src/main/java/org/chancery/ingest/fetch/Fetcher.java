package org.chancery.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches HTTP and HTTPS addresses within {@link FetchRules}. Redirections are followed here, not
 * by the client, so that each is checked like the first address.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchRules rules;
  private final CloseableHttpClient client;
  private final Pauses pauses;
  private final Robots robots;
  private final ScheduledExecutorService clock;

  /** Uses the system's resolver. */
  public Fetcher(FetchRules rules) {
    this(
        rules,
        InetAddress::getAllByName,
        address -> rules.allowPrivate() || PublicAddresses.holds(address));
  }

  Fetcher(FetchRules rules, CheckedResolver.Resolver resolver, Predicate<InetAddress> allowed) {
    this.rules = rules;
    this.pauses = new Pauses(rules.pause());
    this.robots =
        new Robots(product(rules.agent()), url -> follow(url, Fetched.Version.NONE, false));
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "fetch-clock");
              thread.setDaemon(true);
              return thread;
            });
    this.client = client(rules, new CheckedResolver(resolver, allowed));
  }

  /** The name before the version, which is what robots.txt speaks of. */
  private static String product(String agent) {
    return agent.replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
  }

  private static CloseableHttpClient client(FetchRules rules, CheckedResolver resolver) {
    Timeout wait = Timeout.of(rules.connect());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(wait)
                        .setSocketTimeout(wait)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(wait).build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent(rules.agent())
        .disableRedirectHandling()
        .disableContentCompression()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /** Fetches an address. */
  public Fetched get(String url) throws FetchException {
    return get(url, Fetched.Version.NONE);
  }

  /** Fetches an address unless it is still of the version given. */
  public Fetched get(String url, Fetched.Version known) throws FetchException {
    try {
      return follow(new URI(url), known, true);
    } catch (URISyntaxException e) {
      throw new FetchException("address", "it is no address: " + e.getReason());
    }
  }

  private Fetched follow(URI first, Fetched.Version known, boolean askRobots)
      throws FetchException {
    URI url = first;
    for (int hop = 0; hop <= rules.redirects(); hop++) {
      checkForm(url);
      Duration asked = askRobots ? robots.check(url) : Duration.ZERO;
      pauses.await(url.getHost(), asked);
      Answer answer = once(url, known);
      if (answer.fetched != null) {
        return answer.fetched;
      }
      url = answer.next == null ? url : answer.next;
    }
    throw new FetchException("redirects", "it redirects more than " + rules.redirects() + " times");
  }

  private static void checkForm(URI url) throws FetchException {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchException(
          "scheme", "only http and https addresses are fetched, not " + scheme);
    }
    if (url.getHost() == null || url.getRawUserInfo() != null) {
      throw new FetchException("address", "an address needs a host and may name no user");
    }
  }

  /** Either what was fetched or where to go on. */
  private record Answer(@Nullable Fetched fetched, @Nullable URI next) {}

  private Answer once(URI url, Fetched.Version known) throws FetchException {
    HttpGet request = new HttpGet(url);
    request.setHeader("Accept-Encoding", "gzip");
    if (!known.etag().isEmpty()) {
      request.setHeader("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      request.setHeader("If-Modified-Since", known.lastModified());
    }
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        clock.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            rules.whole().toMillis(),
            TimeUnit.MILLISECONDS);
    HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      Answer answer = read(url, response);
      request.cancel(); // an answer that was left unread must not be read to its end on closing
      return answer;
    } catch (FetchException e) {
      request.cancel();
      throw e;
    } catch (CheckedResolver.RefusedException e) {
      throw new FetchException("private-address", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      boolean timeout = late.get() || e instanceof java.io.InterruptedIOException;
      throw new FetchException(
          timeout ? "timeout" : "unreachable",
          timeout
              ? url.getHost() + " takes longer than " + rules.whole().toSeconds() + " s to answer"
              : url.getHost() + " cannot be fetched from: " + e.getMessage());
    } finally {
      alarm.cancel(false);
    }
  }

  private Answer read(URI url, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    String location = header(response, "Location");
    if (status >= 301 && status <= 308 && status != 304 && !location.isEmpty()) {
      try {
        return new Answer(null, url.resolve(new URI(location)));
      } catch (URISyntaxException e) {
        throw new FetchException("address", "it redirects to what is no address");
      }
    }
    Fetched.Version version =
        new Fetched.Version(header(response, "ETag"), header(response, "Last-Modified"));
    if (status == 304) {
      return new Answer(new Fetched(url.toString(), true, null, version, new byte[0]), null);
    }
    if (status != 200) {
      throw new FetchException(url.getHost(), status, retryAfter(header(response, "Retry-After")));
    }
    String type = header(response, "Content-Type");
    byte[] body = body(response);
    return new Answer(
        new Fetched(url.toString(), false, type.isEmpty() ? null : type, version, body), null);
  }

  private byte[] body(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return new byte[0];
    }
    String packing = header(response, "Content-Encoding").toLowerCase(Locale.ROOT);
    if (!packing.isEmpty() && !packing.contains("gzip") && !packing.equals("identity")) {
      throw new FetchException(
          "packing", "it is packed as " + packing + ", which was not asked for");
    }
    try (InputStream raw = response.getEntity().getContent();
        InputStream in = packing.contains("gzip") ? new GZIPInputStream(raw) : raw) {
      byte[] body = in.readNBytes(rules.bytes() + 1);
      if (body.length > rules.bytes()) {
        throw new FetchException("too-long", "it has more than " + rules.bytes() + " bytes");
      }
      return body;
    }
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    String value = header == null ? "" : header.getValue();
    return value == null || value.length() > 8_000 ? "" : value;
  }

  private static Duration retryAfter(String seconds) {
    return seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  /** Ends waiting and whatever is under way; nothing is fetched afterwards. */
  public void stop() {
    pauses.stop();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }

  @Override
  public void close() {
    stop();
    clock.shutdownNow();
  }
}
