package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.store.EventRow;
import org.chancery.store.exchange.Codes;
import org.chancery.store.exchange.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in the layouts of other event data, written and read again. */
class ExchangeTest extends ExchangeFiles {
  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "icews", "phoenix", "polecat"})
  void whatALayoutHoldsIsEqualAfterWritingReadingAndWriting(String layout) throws IOException {
    for (List<ExchangeRecords.Given> given :
        List.of(ExchangeRecords.plain(), ExchangeRecords.hard())) {
      boolean plain = given.equals(ExchangeRecords.plain());
      Path ours = folder.resolve("ours" + plain + ".duckdb");
      Path theirs = folder.resolve("theirs" + plain + ".duckdb");
      ExchangeRecords.write(ours, given);
      Path first = write(layout, ours, "first" + plain + "." + layout);
      TestEngine.Ran ran = read(layout, theirs, first);
      assertEquals(0, ran.code(), ran.err());
      assertFalse(ran.err().contains("no table knows"), ran.err());
      Path second = write(layout, theirs, "second" + plain + "." + layout);
      assertEquals(Files.readString(first), Files.readString(second));
      assertTrue(Files.readString(first).lines().count() >= 2, "nothing was written");
      if (plain) {
        same(layout, rows(ours, "chancery"), rows(theirs, layout), Set.of("whole"));
      }
    }
  }

  /** Compares rows field by field, but for those that the list of losses names. */
  private static void same(
      String layout, List<EventRow> before, List<EventRow> after, Set<String> lost) {
    assertEquals(before.size(), after.size());
    Set<String> passed =
        CODES.losses(Layout.of(layout).orElseThrow()).stream()
            .filter(loss -> lost.contains(loss.how()))
            .map(Codes.Loss::field)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> differing = new TreeSet<>();
    for (int i = 0; i < before.size(); i++) {
      for (RecordComponent field : EventRow.class.getRecordComponents()) {
        Object was = value(field, before.get(i));
        Object is = value(field, after.get(i));
        if (field.getName().equals("document")) {
          is = String.valueOf(is).replace("https://wire.example/2025/one.html", "one.txt");
          is = String.valueOf(is).replaceFirst("^[a-z]+:", "");
        }
        if (!java.util.Objects.equals(was, is)) {
          differing.add(field.getName());
          assertTrue(
              passed.contains(field.getName()),
              layout + ": " + field.getName() + " was " + was + ", is " + is);
        }
      }
    }
    Set<String> fields =
        Arrays.stream(EventRow.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    passed.retainAll(fields);
    passed.remove("review"); // none of these was reviewed
    assertEquals(passed, differing, "a loss is listed that is none");
  }

  private static Object value(RecordComponent field, EventRow row) {
    try {
      Object value = field.getAccessor().invoke(row);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatALayoutCannotSayIsCountedWhenItIsWritten() {
    Path ours = folder.resolve("hard.duckdb");
    ExchangeRecords.write(ours, ExchangeRecords.hard());
    TestEngine.Ran gdelt =
        TestEngine.run("exchange", "write", "gdelt", "--record", ours.toString());
    assertEquals(4, gdelt.out().lines().count(), gdelt.out());
    for (String why :
        List.of(
            "1 not written: is denied",
            "1 not written: is planned",
            "1 not written: is called_for",
            "1 not written: has no day")) {
      assertTrue(gdelt.err().contains(why), gdelt.err());
    }
    TestEngine.Ran polecat =
        TestEngine.run("exchange", "write", "polecat", "--record", ours.toString());
    assertTrue(polecat.out().contains("\tallege; negation\t"), polecat.out());
    assertTrue(polecat.out().contains("\tfuture\t"), polecat.out());
    TestEngine.Ran asked =
        TestEngine.run(
            "exchange",
            "write",
            "gdelt",
            "--record",
            ours.toString(),
            "--filter",
            "modality=denied");
    assertEquals(1, asked.out().lines().count(), asked.out());
  }

  @Test
  void theListOfLossesInTheDocsIsThatOfTheCodebook() throws IOException {
    Path docs = Path.of(System.getProperty("chancery.root", "..")).resolve("docs/exchange.md");
    String text = Files.readString(docs);
    for (Layout layout : Layout.values()) {
      for (Codes.Loss loss : CODES.losses(layout)) {
        String line = "| `" + loss.field() + "` | " + loss.how() + " | " + loss.what() + " |";
        assertTrue(text.contains(line), "docs/exchange.md lacks: " + line);
      }
      assertFalse(CODES.losses(layout).isEmpty());
    }
  }
}
