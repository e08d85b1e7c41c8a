package org.chancery.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once for a connection and lets only addresses through that are allowed. The
 * client connects to what this returns and to nothing else, so that a name that changes its address
 * between check and connection gains nothing.
 */
final class CheckedResolver implements DnsResolver {
  private final Resolver resolver;
  private final Predicate<InetAddress> allowed;

  /** From a name to its addresses. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** A name leads to an address that is not allowed. */
  static final class RefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  CheckedResolver(Resolver resolver, Predicate<InetAddress> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new RefusedException(
            host
                + " is at "
                + address.getHostAddress()
                + ", which is no public address; --allow-private lets it through");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host; // names are never looked up backwards
  }
}
