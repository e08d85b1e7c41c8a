package org.chancery.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to characters: the byte-order mark first, then strict UTF-8, then what is declared.
 */
final class Bytes {
  private static final Charset LAST = Charset.forName("windows-1252");

  private Bytes() {}

  /**
   * Decodes. UTF-8 that decodes without a fault is UTF-8 whatever is declared, since other text
   * hardly ever is; {@code declared} comes next, then windows-1252.
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    if (declared != null && known(declared)) {
      String text = strict(bytes, Charset.forName(declared));
      if (text != null) {
        return text;
      }
    }
    return new String(bytes, LAST);
  }

  /**
   * Whether the bytes are no text: a zero byte without a UTF-16 mark, or many control characters.
   */
  static boolean binary(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      return false;
    }
    int controls = 0;
    int seen = Math.min(bytes.length, 65_536);
    for (int i = 0; i < seen; i++) {
      int b = bytes[i] & 0xFF;
      if (b == 0) {
        return true;
      }
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return controls * 20 > seen;
  }

  /** The stream without a byte-order mark, in UTF-8 where the mark said UTF-16. */
  static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, 3);
    byte[] first = bytes.readNBytes(3);
    if (starts(first, 0xEF, 0xBB, 0xBF)) {
      return bytes;
    }
    bytes.unread(first);
    if (starts(first, 0xFF, 0xFE) || starts(first, 0xFE, 0xFF)) {
      return new FromUtf16(new InputStreamReader(bytes, StandardCharsets.UTF_16));
    }
    return bytes;
  }

  /** UTF-16 as UTF-8. */
  private static final class FromUtf16 extends InputStream {
    private final Reader in;
    private final char[] chars = new char[1 << 13];
    private byte[] bytes = {};
    private int at;
    private int held;

    FromUtf16(Reader in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      while (at == bytes.length) {
        int n = in.read(chars, held, chars.length - held);
        if (n < 0 && held == 0) {
          return -1;
        }
        int all = held + Math.max(0, n);
        boolean split = n >= 0 && Character.isHighSurrogate(chars[all - 1]);
        bytes = new String(chars, 0, split ? all - 1 : all).getBytes(StandardCharsets.UTF_8);
        at = 0;
        held = split ? 1 : 0;
        chars[0] = chars[all - 1];
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, buffer, from, n);
      at += n;
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static boolean known(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
