package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.PetrarchReader;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.analysis.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, offices by date, layers over the lists, dictionaries of other programs, bad lists. */
class ActorsTest {
  private static final String OFFICES = "country\toffice\tperson\tvariants\tfrom\tto\tchecked\n";
  @TempDir private Path mine = Path.of("");

  private void layer(String file, String content) throws IOException {
    Path path = mine.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, content);
  }

  private TestEngine.Ran actors(String words, String day) {
    return TestEngine.run("actors", words, "--on", day, "--codebook", mine.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "el-Sisi, al-Sissi",
    "Shoukry, Shukri",
    "Zelensky, Zelenskyy",
    "Amir-Abdollahian, Amirabdollahian",
    "Amir-Abdollahian, Amir Abdollahian",
    "Sana'a, Sanaa",
    "Erdo\u011fan, Erdogan"
  })
  void spellingsOfOneNameShareAKey(String one, String other) {
    assertEquals(PersonKeys.single(one), PersonKeys.single(other));
  }

  @Test
  void shortNamesThatDifferDoNotShareAKey() {
    assertNotEquals(PersonKeys.single("Kim"), PersonKeys.single("Kem"));
    assertNotEquals(PersonKeys.single("Modi"), PersonKeys.single("Mahdi"));
    assertEquals("", PersonKeys.full("Li Ma"));
    assertEquals("sanaa", Folding.key("\u1e62an\u02bf\u0101\u02bea"));
    assertEquals("moskva", Folding.key("\u041c\u043e\u0441\u043a\u0432\u0430"));
  }

  @ParameterizedTest
  @CsvSource({
    "2005-06-01, Ahmed Aboul Gheit",
    "2015-06-01, Sameh Shoukry",
    "2024-09-01, Badr Abdelatty"
  })
  void oneOfficeIsThreePersonsOnThreeDays(String day, String person) {
    TestEngine.Ran ran = TestEngine.run("actors", "Egypt's foreign minister", "--on", day);
    assertEquals(0, ran.code());
    assertTrue(ran.out().contains(person), ran.out());
  }

  @Test
  void wordsThatNameNoPartySaySo() {
    TestEngine.Ran ran = TestEngine.run("actors", "green cheese", "--on", "2020-01-01");
    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("No party"), ran.out());
    assertEquals(2, TestEngine.run("actors", "Norway", "--on", "soon").code());
  }

  @Test
  void aLayerAddsReplacesAndRemovesHolders() throws IOException {
    layer(
        "actors/offices.tsv",
        OFFICES
            + "!EGY\tforeign-minister\tSameh Shoukry\t\t\t\t\n"
            + "EGY\tforeign-minister\tAdel Marzouk\t\t2014-01-01\t2020-01-01\tunverified\n");
    TestEngine.Ran ran = actors("Egypt's foreign minister", "2015-06-01");
    assertTrue(ran.out().contains("Adel Marzouk"), ran.out());
    ran = actors("Egypt's foreign minister", "2005-06-01");
    assertTrue(ran.out().contains("Aboul Gheit"), ran.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actors/offices.tsv|country\\toffice\\tperson\\tvariants\\tfrom\\tto\\tchecked\\nXXQ\\thead-of-state\\tA B\\t\\t2000\\t\\tno|:2: unknown country 'XXQ'",
        "actors/offices.tsv|country\\toffice\\tperson\\tvariants\\tfrom\\tto\\tchecked\\nNOR\\thead-of-state\\tA B\\t\\t2010\\t2000\\tno|:2: from 2010 is after to 2000",
        "actors/offices.tsv|country\\toffice\\tperson\\tvariants\\tfrom\\tto\\tchecked\\nNOR\\thead-of-state\\tA B\\t\\tMay\\t\\tno|:2: 'May' is no day",
        "actors/groups.tsv|id\\tname\\taliases\\tcountry\\tsectors\\ngroup:Q\\tQ Front\\t\\tNOR|:2: has 4 columns, the header has 5",
        "places/cities.tsv|name\\taliases\\tcountry\\tadmin1\\tlat\\tlon\\tpopulation\\tgeonameid\\tfeature\\nQuorn\\t\\tNOR\\t\\t95.0\\t3\\t1\\t\\tPPL|:2: lat 95.0 is out of range",
      })
  void badListsStopAtStartWithFileAndLine(String file, String content, String fault)
      throws IOException {
    layer(file, content.replace("\\t", "\t").replace("\\n", "\n") + "\n");
    TestEngine.Ran ran =
        TestEngine.run("explain", "--codebook", mine.toString(), "Norway met Chad.");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains(file) && ran.err().contains(fault), ran.err());
  }

  @Test
  void overlappingHoldersAreWarnedOfWithBothLines() throws IOException {
    layer(
        "actors/offices.tsv",
        OFFICES
            + "NOR\tarmy-chief\tArne Vik\t\t2001-01-01\t2005-01-01\tno\n"
            + "NOR\tarmy-chief\tBodil Ask\t\t2003-01-01\t2007-01-01\tno\n");
    TestEngine.Ran ran =
        TestEngine.run("codebook", "lint", "--warnings", "--codebook", mine.toString());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.contains("offices.tsv:2") && l.contains("offices.tsv:3")),
        ran.out());
  }

  @Test
  void dictionariesOfPetrarchAreReadAsALayer() throws IOException {
    Path actors = mine.resolve("own.actors.txt");
    Files.writeString(
        actors,
        "# own\nBRITTA_LUND_  ; invented\n+LUND_\n\t[NORGOV 050101-091231]\n\t[NORELI]\nQUELL_FRONT_ [TCDREB]\nNOWHERE_ [QQQ]\n");
    Path agents = mine.resolve("own.agents.txt");
    Files.writeString(
        agents, "!MAN! = MAN, MEN\nFERRY!MAN! [~BUS]\nBEEKEEPER [~AGR]\nODDITY [~QQQ]\n");
    Path discards = mine.resolve("own.discards.txt");
    Files.writeString(discards, "CHESS_CLUB\n+FOOTBALL RESULTS\n");
    Path layer = mine.resolve("layer");
    PetrarchReader.Result result =
        PetrarchReader.read(
            Codebook.of(List.of(Codebook.builtIn())), List.of(actors, agents, discards), layer);
    assertEquals(8, result.entries());
    assertEquals(2, result.unread().size(), result.unread().toString());
    assertTrue(result.unread().get(0).contains("own.actors.txt:7"), result.unread().toString());
    TestEngine.Ran ran =
        TestEngine.run(
            "actors", "Britta Lund", "--on", "2006-03-01", "--codebook", layer.toString());
    assertTrue(ran.out().contains("NOR GOV"), ran.out());
    ran =
        TestEngine.run(
            "actors", "Britta Lund", "--on", "2012-03-01", "--codebook", layer.toString());
    assertTrue(ran.out().contains("NOR ELI"), ran.out());
    ran =
        TestEngine.run(
            "explain", "--codebook", layer.toString(), "Norway's chess club accused Chad of lies.");
    assertTrue(ran.out().contains("gate        closed"), ran.out());
  }

  @Test
  void everySharedDictionaryLoads() throws IOException {
    Path folder = Path.of(System.getProperty("chancery.shared", "")).resolve("dictionaries");
    assumeTrue(Files.isDirectory(folder), folder + " is not here; skipped");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    Path layer = mine.resolve("all");
    PetrarchReader.Result result =
        PetrarchReader.read(Codebook.of(List.of(Codebook.builtIn())), files, layer);
    System.out.printf(
        "dictionaries: %d entries, %d rows, %d not representable%n",
        result.entries(), result.written(), result.unread().size());
    assertTrue(result.written() > 30_000);
    TestEngine.Ran ran =
        TestEngine.run("actors", "Norway", "--on", "2006-03-01", "--codebook", layer.toString());
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  void theGazetteerOpensAtOnce() {
    Path file = TestEngine.ENGINE.codebook.file("places/gazetteer.bin"); // loads the engine
    long start = System.nanoTime();
    Gazetteer gazetteer = Gazetteer.open(file);
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    assertTrue(gazetteer.id().length() > 4);
  }
}
