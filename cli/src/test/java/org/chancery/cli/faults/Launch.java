package org.chancery.cli.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The class path of the processes that are killed, laid out so that a start is cheap: native
 * libraries unpacked once, classes in jars that a shared archive (JEP 350) can hold. The classes
 * and libraries are the same.
 */
final class Launch {
  private final Path folder;
  private final List<String> classPath = new ArrayList<>();

  private Launch(Path folder) {
    this.folder = folder;
  }

  /** Lays it out in a folder, or takes it from there. */
  static synchronized Launch in(Path root) throws IOException {
    Launch launch = new Launch(root.resolve("launch"));
    Files.createDirectories(launch.folder.resolve("native"));
    for (String part :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      launch.add(Path.of(part));
    }
    return launch;
  }

  private void add(Path part) throws IOException {
    String name = String.valueOf(part.getFileName());
    if (!Files.exists(part) || name.matches("test-classes|(junit|archunit|jazzer|apiguardian).*")) {
      return;
    }
    if (Files.isDirectory(part)) {
      Path module =
          Objects.requireNonNull(part.toAbsolutePath().normalize().getParent()).getParent();
      Path jar = folder.resolve(Objects.requireNonNull(module).getFileName() + ".jar");
      if (!Files.exists(jar)) {
        pack(part, jar);
      }
      classPath.add(jar.toString());
    } else if (name.startsWith("duckdb_jdbc") || name.startsWith("onnxruntime")) {
      classPath.add(withoutNatives(part, folder.resolve(name)).toString());
    } else {
      classPath.add(part.toAbsolutePath().toString());
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> !f.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (Files.isDirectory(file)) {
          out.putNextEntry(new ZipEntry(name + "/")); // Jetty looks for folders
        } else if (!name.startsWith("codebook/")) {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }

  /** Copies a jar but for its libraries; those of this system go to a folder of their own. */
  private Path withoutNatives(Path jar, Path copy) throws IOException {
    if (Files.exists(copy)) {
      return copy;
    }
    try (ZipFile in = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        try (InputStream bytes = in.getInputStream(entry)) {
          if (name.equals("libduckdb_java.so_linux_amd64")) {
            Files.copy(bytes, folder.resolve("native/libduckdb_java.so"));
          } else if (name.startsWith("ai/onnxruntime/native/linux-x64/")) {
            Files.copy(
                bytes,
                folder.resolve("native").resolve(String.valueOf(Path.of(name).getFileName())));
          } else if (!name.contains(".so") && !name.contains("/native/")) {
            out.putNextEntry(new ZipEntry(name));
            bytes.transferTo(out);
          }
        }
      }
    }
    return copy;
  }

  /** The start of a command line, up to the main class. */
  List<String> command(String scenario, List<String> options) {
    Path archive = folder.resolve(scenario + ".jsa");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m"));
    command.add(
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + archive);
    command.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:disable"));
    command.add("-Djava.library.path=" + folder.resolve("native"));
    command.add("-Donnxruntime.native.path=" + folder.resolve("native"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            String.join(java.io.File.pathSeparator, classPath),
            "org.chancery.cli.Chancery"));
    return command;
  }
}
