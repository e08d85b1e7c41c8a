package org.chancery.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable identifiers made from content. */
public final class Ids {
  private Ids() {}

  /** Prefix, dash and the first 12 hexadecimal digits of the SHA-256 of the parts. */
  public static String of(String prefix, Object... parts) {
    StringBuilder joined = new StringBuilder();
    for (Object part : parts) {
      joined.append(part).append('\u0000');
    }
    return prefix + "-" + sha256(joined.toString()).substring(0, 12);
  }

  /** SHA-256 of the UTF-8 form, in hexadecimal. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
