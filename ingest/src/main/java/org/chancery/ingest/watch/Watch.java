package org.chancery.ingest.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.DoubleSupplier;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Reading;
import org.chancery.ingest.Links;
import org.chancery.ingest.Opener;
import org.chancery.ingest.Readings;
import org.chancery.ingest.Source;
import org.chancery.ingest.fetch.FetchException;
import org.chancery.ingest.fetch.Fetched;
import org.chancery.ingest.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is new in folders and feeds. An item is known by its id and its content; one that says
 * word for word what another said is left out with a note. Holds one file or feed at a time.
 */
public final class Watch {
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private final List<String> targets;
  private final WatchState state;
  private final Opener opener;
  private final @Nullable Fetcher fetcher;
  private final boolean articles;
  private final Duration every;
  private final Clock clock;
  private final DoubleSupplier chance;
  private volatile boolean stopped;
  private List<Runnable> done = new ArrayList<>();

  /**
   * Watches folders, files and, with a fetcher, addresses of feeds.
   *
   * @param articles whether the page of a feed's item is fetched and read in place of its summary
   * @param every the usual time between two rounds, from which waiting after failures grows
   */
  public Watch(
      List<String> targets,
      WatchState state,
      Opener opener,
      @Nullable Fetcher fetcher,
      boolean articles,
      Duration every) {
    this(targets, state, opener, fetcher, articles, every, Clock.systemUTC(), Math::random);
  }

  Watch(
      List<String> targets,
      WatchState state,
      Opener opener,
      @Nullable Fetcher fetcher,
      boolean articles,
      Duration every,
      Clock clock,
      DoubleSupplier chance) {
    this.targets = List.copyOf(targets);
    this.state = state;
    this.opener = opener;
    this.fetcher = fetcher;
    this.articles = articles;
    this.every = every;
    this.clock = clock;
    this.chance = chance;
  }

  /** What is new since the last round that was committed. */
  public Iterator<Reading> round() {
    done = new ArrayList<>();
    return new Round();
  }

  /** Keeps what the last round read as read; call it when that is safe in the record. */
  public void commit() {
    done.forEach(Runnable::run);
    done = new ArrayList<>();
    state.save();
  }

  /** Ends the round under way after the reading that was given out; safe from other threads. */
  public void stop() {
    stopped = true;
    if (fetcher != null) {
      fetcher.stop();
    }
  }

  /** One pass over all targets. */
  private final class Round implements Iterator<Reading> {
    private final Queue<String> left = new ArrayDeque<>(targets);
    private final Queue<Reading> ready = new ArrayDeque<>();
    private String target = "";
    private @Nullable ChangedFiles files;
    private @Nullable Readings open;
    private @Nullable Runnable whenRead;

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !stopped) {
        try {
          if (open != null) {
            Reading next = open.next();
            if (next == null) {
              open.close();
              open = null;
            } else {
              take(next);
            }
          } else if (files != null) {
            nextFile(files);
          } else {
            if (whenRead != null) {
              done.add(whenRead);
              whenRead = null;
            }
            if (left.isEmpty()) {
              return false;
            }
            start(left.remove());
          }
        } catch (IOException | UncheckedIOException e) {
          open = null;
          ready.add(new Reading.Reject(target, "unreadable", String.valueOf(e.getMessage())));
        }
      }
      return !ready.isEmpty(); // what was taken before a stop is given out
    }

    @Override
    public Reading next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void start(String input) throws IOException {
      target = input;
      long now = clock.millis();
      if (Links.web(input)) {
        poll(input, now);
        return;
      }
      Path path = Path.of(input);
      if (!Files.exists(path)) {
        ready.add(new Reading.Reject(input, "missing", "there is no such file or folder now"));
        return;
      }
      long since = state.folder(input);
      files = new ChangedFiles(path, since > now ? 0 : since); // a clock that went back
      whenRead = () -> state.folder(input, now);
    }

    private void nextFile(ChangedFiles changed) throws IOException {
      Path file = changed.next();
      if (file == null) {
        files = null;
        return;
      }
      Path root = Path.of(target);
      Path name = file.equals(root) ? file.getFileName() : root.relativize(file);
      try {
        open =
            opener.open(
                Files.newInputStream(file), Source.file(file, name.toString().replace('\\', '/')));
      } catch (NoSuchFileException e) {
        return; // it went between listing and reading
      } catch (IOException e) {
        ready.add(
            new Reading.Reject(
                file.toString(), "unreadable", "it cannot be read: " + e.getMessage()));
      }
    }

    private void poll(String url, long now) throws IOException {
      WatchState.Feed known = state.feed(url);
      if (fetcher == null || known.notBefore() > now) {
        return;
      }
      try {
        Fetched answer = fetcher.get(url, known.version());
        Fetched.Version version = answer.version();
        whenRead =
            () ->
                state.feed(url, new WatchState.Feed(version.etag(), version.lastModified(), 0, 0));
        if (answer.notModified()) {
          whenRead =
              () -> state.feed(url, new WatchState.Feed(known.etag(), known.lastModified(), 0, 0));
          return;
        }
        open =
            opener.open(
                new ByteArrayInputStream(answer.body()),
                Source.fetched(answer.url(), answer.type()));
      } catch (FetchException e) {
        if (!stopped) {
          fail(url, known, e, now);
        }
      }
    }

    private void fail(String url, WatchState.Feed known, FetchException e, long now) {
      int failures = Math.min(known.failures() + 1, 30);
      Duration wait = backOff(failures, e.retryAfter());
      ready.add(
          new Reading.Reject(
              url, e.reason(), e.getMessage() + "; asked again in " + wait.toSeconds() + " s"));
      WatchState.Feed next =
          new WatchState.Feed(known.etag(), known.lastModified(), failures, now + wait.toMillis());
      whenRead = () -> state.feed(url, next);
    }

    private void take(Reading reading) {
      if (!(reading instanceof Reading.Read read)) {
        ready.add(reading);
        return;
      }
      Document item = read.document();
      String mark = item.contentHash().substring(0, 16);
      String name = "i" + Ids.sha256(item.id()).substring(0, 16);
      if (mark.equals(state.seen(name))) {
        return;
      }
      boolean fromFeed = Links.web(target);
      String words = "t" + Ids.sha256(item.text()).substring(0, 16);
      String first = state.seen(words);
      state.see(name, mark);
      if (first != null && !first.equals(name)) {
        ready.add(
            new Reading.Note(
                item.origin(), "duplicate", "it says word for word what another said", 1));
        return;
      }
      state.see(words, name);
      ready.add(fromFeed && articles ? article(item) : reading);
    }

    /** The page of a feed's item, or the item itself where its page cannot be had. */
    private Reading article(Document item) {
      String url = item.url();
      if (fetcher == null || url == null) {
        return new Reading.Read(item);
      }
      try {
        Fetched page = fetcher.get(url);
        Source source = Source.fetched(page.url(), page.type());
        try (Readings readings = opener.open(new ByteArrayInputStream(page.body()), source)) {
          if (readings.next() instanceof Reading.Read read) {
            return new Reading.Read(merge(item, read.document()));
          }
        }
        ready.add(note(item, "its page has no text to read"));
      } catch (IOException | UncheckedIOException e) {
        ready.add(note(item, String.valueOf(e.getMessage())));
      }
      return new Reading.Read(item);
    }

    private static Reading note(Document item, String why) {
      return new Reading.Note(
          item.origin(), "article", "the feed's own text is read, not the page: " + why, 0);
    }

    /** The page's text under the item's id; what the feed says counts before what the page says. */
    private static Document merge(Document item, Document page) {
      return new Document(
          item.id(),
          item.url(),
          page.publisher() == null ? item.publisher() : page.publisher(),
          item.published() == null ? page.published() : item.published(),
          page.language() == null ? item.language() : page.language(),
          item.title() == null ? page.title() : item.title(),
          page.text(),
          item.origin());
    }
  }

  /** Doubles with each failure, up to a day, and differs by up to a half so that watches spread. */
  private Duration backOff(int failures, Duration asked) {
    double millis =
        (double) every.toMillis() * Math.pow(2, failures) * (0.5 + chance.getAsDouble() / 2);
    Duration wait = Duration.ofMillis((long) Math.min(millis, (double) LONGEST_WAIT.toMillis()));
    Duration longest = asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    return wait.compareTo(longest) > 0 ? wait : longest;
  }
}
