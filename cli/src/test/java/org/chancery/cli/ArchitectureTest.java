package org.chancery.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies point one way; only this module composes. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.chancery");

  @Test
  void coreKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("org.chancery.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.chancery.ingest..",
            "org.chancery.analysis..",
            "org.chancery.store..",
            "org.chancery.cli..",
            "com..",
            "ai..")
        .check(CLASSES);
  }

  @Test
  void ingestAnalysisAndStoreNeverSeeEachOther() {
    String[] all = {
      "org.chancery.ingest..",
      "org.chancery.analysis..",
      "org.chancery.store..",
      "org.chancery.cli.."
    };
    for (String one : all) {
      for (String other : all) {
        if (!one.equals(other) && !one.contains("cli")) {
          noClasses()
              .that()
              .resideInAPackage(one)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(other)
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void nothingKnowsTheSparkModuleWhichTheCommandLineStartsAsAProcess() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.chancery.spark..", "org.apache.spark..", "org.apache.hadoop..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.chancery.cli..")
        .should()
        .accessField(System.class, "out")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.chancery.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
