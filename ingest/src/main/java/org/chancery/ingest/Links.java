package org.chancery.ingest;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;

/** Addresses as pages and feeds write them. */
public final class Links {
  private Links() {}

  /** The link as seen from the base; the link itself where one of them is no address. */
  public static String resolve(String base, String link) {
    if (base.isEmpty() || link.isEmpty()) {
      return link;
    }
    try {
      return new URL(new URL(base), link).toString();
    } catch (MalformedURLException e) {
      return link;
    }
  }

  /** Whether it is an HTTP or HTTPS address. */
  public static boolean web(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
