package org.chancery.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** This module composes the others, as the command line does, and neither of the two the other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.chancery");

  @Test
  void nothingBelowKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.chancery.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.chancery.spark..", "org.apache.spark..", "org.apache.hadoop..")
        .check(CLASSES);
  }

  @Test
  void sparkKnowsNeitherCommandLineNorServer() {
    noClasses()
        .that()
        .resideInAPackage("org.chancery.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.chancery.cli..", "org.chancery.server..")
        .check(CLASSES);
  }
}
