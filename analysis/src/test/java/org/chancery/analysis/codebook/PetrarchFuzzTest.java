package org.chancery.analysis.codebook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.chancery.analysis.FuzzedFolder;

/** Dictionaries in PETRARCH's format; what they become can be read as a codebook. */
class PetrarchFuzzTest {
  private static final FuzzedFolder FOLDER = new FuzzedFolder();
  private static final Codebook CODES = codes();

  private static Codebook codes() {
    FuzzedFolder codes = new FuzzedFolder();
    codes.write(
        "actors/countries.tsv",
        "code\tname\nCHL\tChile\nPER\tPeru\n".getBytes(StandardCharsets.UTF_8));
    codes.write(
        "ontology/sectors.tsv",
        "code\tname\nGOV\tg\nMIL\tm\nREB\tr\nREF\tf\n".getBytes(StandardCharsets.UTF_8));
    return Codebook.of(List.of(codes.path()));
  }

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Path layer = FOLDER.path().resolve("layer");
    for (String name : new String[] {"x.actors.txt", "x.agents.txt", "x.discard.txt", "x.txt"}) {
      Path file = FOLDER.write(name, bytes);
      PetrarchReader.read(CODES, List.of(file), layer);
    }
    Codebook book = Codebook.of(List.of(layer));
    for (String folder : new String[] {"actors", "lexicon"}) {
      book.files(folder).forEach(book::table);
    }
    FOLDER.clear("layer");
  }

  @FuzzTest
  void everyDictionaryBecomesALayerThatCanBeRead(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
