package org.chancery.ingest.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.ingest.fetch.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * What a watch remembers, in a small JSON file: up to when each folder was read, the version and
 * failures of each feed, and the marks of the items seen last (a bounded number).
 */
public final class WatchState {
  private static final int SEEN = 10_000;
  private static final long LARGEST = 16 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private final Path file;
  private final Map<String, Long> folders = new TreeMap<>();
  private final Map<String, Feed> feeds = new TreeMap<>();
  private final Map<String, String> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > SEEN;
        }
      };

  /**
   * What is known of a feed.
   *
   * @param failures how often it failed in a row
   * @param notBefore when it is asked again at the earliest, in milliseconds since 1970
   */
  record Feed(String etag, String lastModified, int failures, long notBefore) {
    static final Feed NEW = new Feed("", "", 0, 0);

    Fetched.Version version() {
      return new Fetched.Version(etag, lastModified);
    }
  }

  /** The form of the file. */
  private record Saved(
      Map<String, Long> folders, Map<String, Feed> feeds, List<List<String>> seen) {}

  private WatchState(Path file) {
    this.file = file;
  }

  /** Reads the state, which is empty where the file is not there. */
  public static WatchState open(Path file) {
    WatchState state = new WatchState(file);
    if (!Files.exists(file)) {
      return state;
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw fault(file, "it is larger than any that Chancery writes", null);
      }
      Saved saved = JSON.readValue(file.toFile(), Saved.class);
      state.folders.putAll(saved.folders);
      state.feeds.putAll(saved.feeds);
      saved.seen.forEach(pair -> state.seen.put(pair.get(0), pair.get(1)));
      return state;
    } catch (IOException | NullPointerException | IndexOutOfBoundsException e) {
      throw fault(file, "it cannot be read", e);
    }
  }

  private static ChanceryException fault(Path file, String what, @Nullable Exception cause) {
    String message =
        "state of the watch "
            + file
            + ": "
            + what
            + "; remove it to begin anew (what is in the record stays and is not coded again)";
    return cause == null
        ? new ChanceryException("watch", message)
        : new ChanceryException("watch", message, cause);
  }

  /** Writes the state beside the old one and then in its place. */
  void save() {
    List<List<String>> pairs = new ArrayList<>();
    seen.forEach((item, content) -> pairs.add(List.of(item, content)));
    Path fresh = Path.of(file + ".new");
    try {
      Files.write(fresh, JSON.writeValueAsBytes(new Saved(folders, feeds, pairs)));
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw fault(file, "it cannot be written (" + e.getMessage() + ")", e);
    }
  }

  long folder(String path) {
    return folders.getOrDefault(path, 0L);
  }

  void folder(String path, long until) {
    folders.put(path, until);
  }

  Feed feed(String url) {
    return feeds.getOrDefault(url, Feed.NEW);
  }

  void feed(String url, Feed state) {
    feeds.put(url, state);
  }

  /** The mark that was kept under a name, or null. */
  @Nullable String seen(String name) {
    return seen.get(name);
  }

  void see(String name, String mark) {
    seen.put(name, mark);
  }
}
