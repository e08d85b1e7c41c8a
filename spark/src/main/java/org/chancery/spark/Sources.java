package org.chancery.spark;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.chancery.core.ChanceryException;
import org.chancery.core.Reading;

/**
 * The files of the inputs on any Hadoop file system, with the ids and origins that {@code Inputs}
 * gives the files of this machine.
 */
final class Sources {
  private static final String WILD = "*?[{";
  private final Configuration configuration;
  private final List<Part> files = new ArrayList<>();
  private final List<Reading.Reject> rejects = new ArrayList<>();

  Sources(Configuration configuration, List<String> inputs) {
    this.configuration = configuration;
    inputs.forEach(this::find);
  }

  List<Part> files() {
    return List.copyOf(files);
  }

  /** Inputs that are not there or cannot be listed. */
  List<Reading.Reject> rejects() {
    return List.copyOf(rejects);
  }

  private void find(String input) {
    if (input.equals("-")) {
      throw new ChanceryException(
          "usage", "-: executors cannot read standard input; name files, folders or globs");
    }
    if (input.matches("(?i)https?://.*")) { // Hadoop would: it has a file system for the web
      rejects.add(
          new Reading.Reject(
              input, "fetching-off", "nothing is fetched on Spark; fetch it with code --fetch"));
      return;
    }
    try {
      Path path = new Path(input);
      FileSystem system = path.getFileSystem(configuration);
      if (system.exists(path)) {
        FileStatus status = system.getFileStatus(path);
        if (status.isDirectory()) {
          walk(system, path, input.replaceAll("(?<=.)/+$", ""), origin -> true);
        } else {
          files.add(part(status, path.getName(), input));
        }
      } else if (input.chars().anyMatch(c -> WILD.indexOf(c) >= 0)) {
        glob(system, input);
      } else {
        rejects.add(new Reading.Reject(input, "missing", "there is no such file or folder"));
      }
    } catch (IOException | IllegalArgumentException e) {
      rejects.add(new Reading.Reject(input, "unreadable", String.valueOf(e.getMessage())));
    }
  }

  private void glob(FileSystem system, String input) throws IOException {
    int wild = 0;
    while (WILD.indexOf(input.charAt(wild)) < 0) {
      wild++;
    }
    int slash = input.lastIndexOf('/', wild);
    String root = slash < 0 ? "" : slash == 0 ? "/" : input.substring(0, slash);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + withoutScheme(input));
    int before = files.size();
    Path folder = new Path(root.isEmpty() ? "." : root);
    if (system.exists(folder)) {
      walk(
          system,
          folder,
          root,
          origin -> matcher.matches(java.nio.file.Path.of(withoutScheme(origin))));
    }
    if (files.size() == before) {
      rejects.add(new Reading.Reject(input, "missing", "no file matches"));
    }
  }

  private static String withoutScheme(String path) {
    return path.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:(//[^/]*)?", "");
  }

  private void walk(FileSystem system, Path root, String shown, Predicate<String> wanted)
      throws IOException {
    String above = system.makeQualified(root).toUri().getPath().replaceAll("/+$", "") + "/";
    List<Part> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = system.listFiles(root, true);
    while (all.hasNext()) {
      LocatedFileStatus status = all.next();
      String id = status.getPath().toUri().getPath().substring(above.length());
      String origin = shown.isEmpty() ? id : shown.equals("/") ? "/" + id : shown + "/" + id;
      String name = status.getPath().getName();
      if (!name.startsWith(".") && !name.equals("_SUCCESS") && wanted.test(origin)) {
        found.add(part(status, id, origin));
      }
    }
    found.sort(Comparator.comparing(Part::id));
    files.addAll(found);
  }

  private static Part part(FileStatus status, String id, String origin) {
    return new Part(status.getPath().toString(), id, origin, 0, status.getLen(), 0, false);
  }
}
