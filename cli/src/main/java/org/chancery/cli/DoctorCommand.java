package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doctor}: what is wrong with this installation or this record, and what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks Java, memory, disk, record, search index, codebook and models; a line each: ok, warn or fail, and what to do.",
      "Changes nothing. Exit code 1 when something fails."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  chancery doctor", "  chancery doctor --record 2024.duckdb --codebook mine"})
final class DoctorCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  /** How a check ended. */
  enum Verdict {
    OK,
    WARN,
    FAIL
  }

  /** One line: what was checked, how it ended, what was found and what to do. */
  record Finding(String what, Verdict verdict, String detail) {
    static Finding ok(String what, String detail) {
      return new Finding(what, Verdict.OK, detail);
    }

    static Finding warn(String what, String detail) {
      return new Finding(what, Verdict.WARN, detail);
    }

    static Finding fail(String what, String detail) {
      return new Finding(what, Verdict.FAIL, detail);
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Finding> all = new ArrayList<>();
    tell(out, all, MachineChecks.all(record));
    tell(out, all, RecordChecks.all(record));
    tell(out, all, CodebookChecks.lint(codebook.layers));
    tell(out, all, CodebookChecks.models(codebook.layers));
    tell(out, all, CodebookChecks.sentence(codebook.layers));
    return all.stream().anyMatch(finding -> finding.verdict == Verdict.FAIL) ? 1 : 0;
  }

  private static void tell(PrintWriter out, List<Finding> all, List<Finding> some) {
    all.addAll(some);
    for (Finding finding : some) {
      out.printf(
          "%-4s  %-9s %s%n",
          finding.verdict.name().toLowerCase(Locale.ROOT),
          finding.what,
          Terminal.plain(finding.detail));
    }
    out.flush();
  }
}
