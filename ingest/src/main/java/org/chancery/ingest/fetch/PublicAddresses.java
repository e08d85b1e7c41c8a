package org.chancery.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are public, after IANA's registries of special-purpose addresses (IPv4 and IPv6,
 * read in 2025): all that are for one machine, one network, documentation, tests, or that carry an
 * IPv4 address that is not public are not.
 */
final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10), // carriers' own
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4));
  private static final Block GLOBAL_6 = Block.of("2000::", 3);
  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          Block.of("2001::", 23), // Teredo and other protocols
          Block.of("2001:db8::", 32),
          Block.of("2002::", 16), // 6to4
          Block.of("3fff::", 20));
  private static final Block NAT64 = Block.of("64:ff9b::", 96);

  private PublicAddresses() {}

  /** Addresses that share their first bits. */
  private static final class Block {
    private final byte[] start;
    private final int bits;

    Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String literal, int bits) {
      try {
        return new Block(InetAddress.getByName(literal).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalStateException(literal, e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  static boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
    }
    if (address instanceof Inet6Address && NAT64.holds(bytes)) {
      return holds4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
  }

  private static boolean holds4(byte[] bytes) {
    return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
  }
}
