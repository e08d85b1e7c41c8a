package org.chancery.server;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;

/**
 * Parameters of the API and bodies of forms: an answer or a refusal, never a fault of the server.
 * The first byte chooses the route; the rest is taken once as it is and once as the value of a
 * filter.
 */
class RequestFuzzTest {
  private static final String TOKEN = "a-token-of-enough-length";
  private static final String[] NAMES = {
    "type",
    "quad",
    "modality",
    "actor",
    "party",
    "country",
    "from",
    "to",
    "least",
    "review",
    "words",
    "cursor",
    "limit",
    "format"
  };
  private static final Server SERVER = server();

  private static Server server() {
    BugDetectors.allowNetworkConnections((host, port) -> true);
    try {
      Path file = Files.createTempDirectory("chancery-fuzz").resolve("r.duckdb");
      try (RecordStore store = RecordStore.open(file)) {
        store.begin(new Versions("test", "hash", Map.of()), List.of());
        store.end(0, 0, 0, 0, 0);
      }
      return Server.start(
          new Server.Options(
              file, "127.0.0.1", 0, TOKEN, text -> new Server.Pasted(text, List.of(), List.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length < 2 || bytes.length > 4_000) {
      return;
    }
    String rest = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    int choice = bytes[0] & 0xFF;
    if (choice % 4 == 0) {
      send("POST /review", rest);
    } else if (choice % 4 == 1) {
      send("POST /paste", rest);
    } else {
      String name = NAMES[choice / 4 % NAMES.length];
      String value = URLEncoder.encode(rest, StandardCharsets.UTF_8);
      send("GET /api/v1/" + (choice % 4 == 2 ? "events" : "months") + "?" + name + "=" + value, "");
    }
  }

  private static void send(String line, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + TOKEN
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(content);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.matches("(?s)HTTP/1.1 [234].*")) {
        throw new AssertionError(line + " " + body + ": " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest
  void noRequestIsAFaultOfTheServer(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
