package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Coding on Spark, in a process of its own: this program knows how to start the spark module's jar
 * and nothing else of it.
 */
final class SparkOptions {
  private static final String JAR = "chancery-spark-" + Engine.VERSION + "-all.jar";
  private static final String BUILD =
      "build it in Chancery's sources with: mvn -pl spark -am -Pdist -DskipTests package";

  @Option(
      names = "--engine",
      paramLabel = "MASTER",
      description =
          "Code on Spark (local[*], spark://..., yarn) into the folder of --out; see"
              + " docs/spark.md.")
  @Nullable String master;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "With --engine: the folder to write, which chancery import merges.")
  private @Nullable String out;

  /** Runs the job and gives the exit code of {@code code}. */
  int run(List<String> inputs, List<String> mapping, boolean gate, List<Path> codebooks) {
    if (out == null) {
      throw new ChanceryException("usage", "--engine needs --out DIR, the folder to write");
    }
    List<String> arguments = new ArrayList<>(List.of("--report-failures", "--out", out));
    arguments.addAll(mapping);
    if (!gate) {
      arguments.add("--no-gate");
    }
    codebooks.forEach(folder -> arguments.addAll(List.of("--codebook", folder.toString())));
    arguments.add("--");
    arguments.addAll(inputs);
    List<String> command = command(home(), System.getenv(), String.valueOf(master));
    command.addAll(arguments);
    return start(command);
  }

  private static int start(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      Thread hook = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(hook);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      return code;
    } catch (IOException e) {
      throw new ChanceryException("engine", "Spark cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChanceryException("interrupted", "the run was interrupted", e);
    }
  }

  /** The folder that this program lies in: the one that holds its codebook. */
  private static Path home() {
    String codebook = System.getProperty("chancery.codebook");
    Path parent = codebook == null ? null : Path.of(codebook).toAbsolutePath().getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** What starts the job: the Spark that SPARK_HOME names, else the one that was built here. */
  static List<String> command(Path home, Map<String, String> environment, String master) {
    Path jar = home.resolve("spark/target").resolve(JAR);
    if (!Files.exists(jar)) {
      jar = home.resolve("spark").resolve(JAR);
    }
    if (!Files.exists(jar)) {
      throw new ChanceryException(
          "engine", "the part for Spark is not there (" + jar + "); " + BUILD);
    }
    String memory = environment.getOrDefault("SPARK_DRIVER_MEMORY", "3g");
    String installed = environment.getOrDefault("SPARK_HOME", "");
    List<String> command = new ArrayList<>();
    if (!installed.isEmpty()) {
      boolean windows = System.getProperty("os.name", "").startsWith("Windows");
      command.add(
          Path.of(installed, "bin", windows ? "spark-submit.cmd" : "spark-submit").toString());
      command.addAll(List.of("--driver-memory", memory));
    } else {
      Path libraries = home.resolve("spark/target/spark-lib");
      if (!Files.isDirectory(libraries)) {
        throw new ChanceryException(
            "engine",
            "there is no Spark: set SPARK_HOME to a Spark 3.5 for Scala 2.13, or " + BUILD);
      }
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("@" + home.resolve("spark/jvm17.args"));
      command.add("-Xmx" + memory);
      command.add("-Dlog4j2.configurationFile=" + home.resolve("spark/log4j2.properties").toUri());
      command.addAll(List.of("-cp", libraries + "/*", "org.apache.spark.deploy.SparkSubmit"));
    }
    command.addAll(List.of("--master", master, "--class", "org.chancery.spark.SparkMain"));
    command.add(jar.toString());
    return command;
  }
}
