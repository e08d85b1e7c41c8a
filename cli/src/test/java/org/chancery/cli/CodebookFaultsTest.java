package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookLint;
import org.chancery.analysis.coding.CodebookTest;
import org.chancery.analysis.time.TimeExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookFaultsTest {
  private static final String HEADER = "type\tmode\tcontexts\tmodality\ttext\n";
  @TempDir private Path mine = Path.of("");

  private TestEngine.Ran with(String file, String content) throws IOException {
    Path path = mine.resolve(file);
    Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
    Files.writeString(path, content);
    return TestEngine.run(
        "explain",
        "--codebook",
        mine.toString(),
        "Norway's foreign minister met Chad's president in Oslo on Monday.");
  }

  @Test
  void theBuiltInCodebookHasNoFaults() {
    assertEquals(List.of(), CodebookLint.check(List.of(Codebook.builtIn())));
  }

  @Test
  void everyRuleHoldsItsExamplesAndKeptAsideSentencesAreMostlyRight() {
    Engine engine = TestEngine.ENGINE;
    CodebookTest.Result result =
        new CodebookTest(engine.rules, engine.names, engine.blinder, engine.encoder)
            .run(engine.codebook);
    assertEquals(List.of(), result.ruleFaults());
    assertTrue(result.aside() > 400, "kept aside: " + result.aside());
    assertTrue(result.asideRight() > 0.75, "right: " + result.asideRight());
  }

  @Test
  void everyTimeRuleHoldsItsExamples() {
    TimeExamples.Result result = TimeExamples.run(TestEngine.ENGINE.codebook);
    assertTrue(result.run() > 80, "examples: " + result.run());
    assertEquals(List.of(), result.faults());
  }

  @Test
  void aMarkThatIsNotClosedIsNamedByFileAndLine() throws IOException {
    TestEngine.Ran ran =
        with(
            "examples/MINE.tsv",
            HEADER + "AID\t\t\thappened\t<a>Peru <t>helped</t> <r>Chile</r>.\n");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("MINE.tsv:2"), ran.err());
  }

  @Test
  void aBadPatternIsNamedByFile() throws IOException {
    TestEngine.Ran ran =
        with("rules/mine.yaml", "- id: mine\n  pattern: \"(\"\n  examples: [\"x <y>\"]\n");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("mine.yaml") && ran.err().contains("pattern"), ran.err());
  }

  @Test
  void aRuleIdThatIsUsedTwiceIsNamed() throws IOException {
    String rule = "- id: twice\n  pattern: \"a\"\n  examples: [\"a <b>\"]\n";
    TestEngine.Ran ran = with("rules/mine.yaml", rule + rule);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("twice"), ran.err());
  }

  @Test
  void aRuleOfTheUsersActsAtOnce() throws IOException {
    TestEngine.Ran ran =
        with(
            "rules/mine.yaml",
            """
            - id: mine-met
              pattern: "<met>"
              when: [CONSULT]
              mode: visit
              examples: ["Norway <met> Chad."]
            """);
    assertTrue(ran.out().contains("rule:mine-met"), ran.out() + ran.err());
  }

  @Test
  void anExampleOfTheUsersIsConsulted() throws IOException {
    TestEngine.Ran ran =
        with(
            "examples/MINE.tsv",
            HEADER
                + "SANCTION\t\t\thappened\t<a>Norway's foreign minister</a> <t>met</t> <r>Chad's"
                + " president</r> in Oslo on Monday.\n");
    assertTrue(ran.out().contains("(added)"), ran.out() + ran.err());
  }

  @Test
  void oneSentenceLabelledTwoWaysIsNamedWithBothLines() throws IOException {
    with(
        "examples/AID.tsv",
        HEADER + "AID\t\t\thappened\t<a>Peru</a> <t>helped</t> <r>Chile</r> again.\n");
    with(
        "examples/SUPPORT.tsv",
        HEADER + "SUPPORT\t\t\thappened\t<a>Peru</a> <t>helped</t> <r>Chile</r> again.\n");
    List<String> faults = CodebookLint.check(List.of(mine));
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(
        faults.get(0).contains("SUPPORT.tsv:2") && faults.get(0).contains("AID.tsv:2"),
        faults.get(0));
  }

  @Test
  void twoRulesThatContradictOneAnotherAreBothNamed() throws IOException {
    with(
        "rules/mine.yaml",
        """
        - {id: mine-one, pattern: '<waved> off', type: REJECT, examples: ['Oslo <waved> off the plan']}
        - {id: mine-two, pattern: '<waved>', type: SUPPORT, examples: ['Oslo <waved> at the envoy']}
        """);
    TestEngine.Ran ran = TestEngine.run("codebook", "lint", "--codebook", mine.toString());
    assertEquals(2, ran.code(), ran.out());
    assertTrue(ran.out().contains("mine-one") && ran.out().contains("mine-two"), ran.out());
  }
}
