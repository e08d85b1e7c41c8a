package org.chancery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookLint;
import org.chancery.cli.DoctorCommand.Finding;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Outcome;

/** What {@code doctor} asks of the codebook and its models. */
final class CodebookChecks {
  private static final String SUMS = "models/SHA256SUMS";
  private static final String SENTENCE =
      "Peru's foreign minister met Chile's president in Quito on Monday.";
  private static final String TYPE = "CONSULT";

  private CodebookChecks() {}

  static List<Finding> lint(List<Path> layers) {
    try {
      List<Path> all = all(layers);
      List<String> faults = CodebookLint.check(all);
      if (!faults.isEmpty()) {
        return List.of(
            Finding.fail(
                "codebook",
                faults.size()
                    + " faults, the first: "
                    + faults.get(0)
                    + "; chancery codebook lint lists all"));
      }
      return List.of(
          Finding.ok("codebook", Codebook.of(all).hash() + " of " + all + ", no faults of form"));
    } catch (RuntimeException e) {
      return List.of(Finding.fail("codebook", String.valueOf(e.getMessage())));
    }
  }

  private static List<Path> all(List<Path> layers) {
    List<Path> all = new ArrayList<>();
    all.add(Codebook.builtIn());
    all.addAll(layers);
    return all;
  }

  /** Holds each file of the models against its SHA-256. */
  static List<Finding> models(List<Path> layers) {
    try {
      Codebook codebook = Codebook.of(all(layers));
      List<String> wrong = new ArrayList<>();
      int checked = 0;
      for (String line : Files.readAllLines(codebook.file(SUMS))) {
        String[] parts = line.strip().split("\\s+", 2);
        if (parts.length == 2) {
          checked++;
          if (!sum(codebook.file("models/" + parts[1])).equals(parts[0])) {
            wrong.add(parts[1]);
          }
        }
      }
      return List.of(
          wrong.isEmpty()
              ? Finding.ok("models", checked + " files, each as in " + SUMS)
              : Finding.fail(
                  "models",
                  wrong
                      + " differ from "
                      + SUMS
                      + ": damaged or of another training; get the codebook's models again"));
    } catch (IOException | RuntimeException e) {
      return List.of(Finding.fail("models", e.getMessage() + "; get the codebook's models again"));
    }
  }

  private static String sum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[1 << 16];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        sum.update(chunk, 0, n);
      }
      return HexFormat.of().formatHex(sum.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Loads all and codes one sentence; a native library that does not load shows here. */
  static List<Finding> sentence(List<Path> layers) {
    try {
      long began = System.nanoTime();
      Engine engine = new Engine(layers, true);
      List<Finding> findings = new ArrayList<>();
      String mismatch = engine.mismatch();
      if (mismatch != null) {
        findings.add(Finding.warn("model", mismatch));
      }
      DocumentRecord coded =
          engine.pipeline.code(
              new Document("doctor", null, null, "2025-03-14", "en", null, SENTENCE, "doctor"));
      findings.add(coded(coded, engine.encoder.id(), (System.nanoTime() - began) / 1_000_000));
      return findings;
    } catch (RuntimeException | LinkageError e) {
      return List.of(
          Finding.fail(
              "coder",
              "it cannot be loaded ("
                  + e.getMessage()
                  + "); if this names a native library, this system lacks what ONNX Runtime needs"));
    }
  }

  private static Finding coded(DocumentRecord coded, String encoder, long millis) {
    if (coded.outcome() instanceof Outcome.Failed failed) {
      return Finding.fail("coder", failed.detail());
    }
    List<String> types = coded.eventMentions().stream().map(EventMention::type).toList();
    String found = encoder + " loaded and read one sentence in " + millis + " ms, as " + types;
    return types.contains(TYPE)
        ? Finding.ok("coder", found)
        : Finding.warn(
            "coder", found + ", where " + TYPE + " was to come; see chancery codebook test");
  }
}
