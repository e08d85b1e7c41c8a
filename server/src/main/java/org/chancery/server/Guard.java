package org.chancery.server;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: the Host header must be one that the server was told of, another address than
 * loopback needs the token for everything, a write needs the token or comes from a page of this
 * very server with its secret.
 */
final class Guard {
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Server.Options options;

  /** What forms carry, new at each start. */
  private final String secret;

  Guard(Server.Options options) {
    this.options = options;
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    secret = HexFormat.of().formatHex(bytes);
  }

  String secret() {
    return secret;
  }

  /** Sets what every answer carries, and refuses what may not ask. */
  void before(Context context) {
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
            + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    String host = name(context.header("Host"));
    // on another address any name may be right; the token, which no foreign page has, decides there
    boolean known =
        LOCAL.contains(host)
            || host.equals(options.host().toLowerCase(Locale.ROOT))
            || (!options.isLoopback() && hasToken(context));
    if (!known) {
      throw new ForbiddenResponse("this server does not answer to the host name that was asked");
    }
    boolean local = options.isLoopback();
    if (!local && !hasToken(context)) {
      context.header("WWW-Authenticate", "Bearer");
      throw new UnauthorizedResponse("a token is needed: send Authorization: Bearer TOKEN");
    }
    String method = context.method().name();
    boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(method);
    if (!reads && !hasToken(context) && !isOwnForm(context)) {
      throw new ForbiddenResponse("a write needs the token, or to come from a page of this server");
    }
  }

  private static String name(@Nullable String host) {
    String value = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return value.replaceAll(":\\d+$", "");
  }

  private boolean hasToken(Context context) {
    String token = options.token();
    String given = context.header("Authorization");
    return token != null
        && given != null
        && given.startsWith("Bearer ")
        && same(token, given.substring(7));
  }

  private boolean isOwnForm(Context context) {
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    boolean foreign =
        (origin != null && !LOCAL.contains(name(origin.replaceFirst("^https?://", ""))))
            || (site != null && !site.equals("same-origin"));
    String sent = context.formParam("secret");
    return options.isLoopback() && !foreign && sent != null && same(secret, sent);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
