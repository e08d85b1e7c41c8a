package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Statement;
import org.chancery.core.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that pages show are the words that the offsets mean. */
class QuestionsTest {
  private static final String BEFORE = "\ud83d\ude00\ud83d\ude00 Good news. ";
  private static final String SENTENCE = "Peru \ud83d\ude00 praised the talks.";
  private static final String AFTER = " \ud83d\ude00 More later.";
  private static final String TEXT = BEFORE + SENTENCE + AFTER;
  @TempDir private Path folder = Path.of("");

  private static Span of(String words) {
    int begin = TEXT.indexOf(words);
    return new Span(begin, begin + words.length());
  }

  private static DocumentRecord report(List<ActorMention> actors) {
    EventMention mention =
        new EventMention(
            "em-d",
            "SUPPORT",
            null,
            List.of(),
            "051",
            1,
            1,
            Modality.HAPPENED,
            List.of(new EventMention.Participant(null, of("Peru"), "Peru", "PER")),
            List.of(),
            false,
            new EventMention.Trigger(of("praised"), "praised"),
            of(SENTENCE),
            null,
            null,
            EventMention.NARRATOR,
            null,
            0.9,
            "model:m");
    return new DocumentRecord(
        new Document("d", null, "Wire", "2025-06-01", "en", "T", TEXT, "test"),
        new Outcome.Coded(),
        actors,
        List.of(),
        List.of(),
        List.of(mention),
        List.of(),
        List.of(
            new Attribution(
                "at",
                new Attribution.Source(List.of(of("Peru")), "Peru", "a"),
                List.of(of("praised")),
                List.of(of("the talks")),
                Attribution.Form.INDIRECT,
                null)),
        List.of(new Statement("s", "at", "talks", "for", "praise", of("the talks"))),
        List.of(),
        List.of(),
        new Versions("0", "hash", Map.of()));
  }

  private static ActorMention peru() {
    return new ActorMention(
        "a",
        of("Peru"),
        "Peru",
        ActorMention.Form.NAME,
        new Actor("PER", "Peru", "PER", List.of(), null),
        null,
        "list",
        1);
  }

  @Test
  void wordsAfterAnEmojiAreNotShifted() {
    try (RecordStore store = RecordStore.open(folder.resolve("r.duckdb"))) {
      store.write(report(List.of(peru())));
      store.flush();
      Questions questions = new Questions(store);
      Questions.Answer mention = questions.mention("em-d").get(0);
      assertEquals(BEFORE, mention.text("before"));
      assertEquals(SENTENCE, mention.text("sentence"));
      assertEquals(AFTER, mention.text("after"));
      Questions.Answer said = new ActorQuestions(store).statements("PER").get(0);
      assertEquals("the talks", said.text("words"));
      assertEquals("Peru", said.text("source"));
    }
  }

  @Test
  void aRecordWhoseStatementsDidNotSayWhoseTheyAreIsBroughtUpToDate() throws SQLException {
    Path file = folder.resolve("r.duckdb");
    try (RecordStore store = RecordStore.open(file)) {
      store.write(report(List.of(peru())));
    }
    try (Connection old = DriverManager.getConnection("jdbc:duckdb:" + file);
        java.sql.Statement statement = old.createStatement()) {
      statement.execute("DROP INDEX statements_document");
      statement.execute("ALTER TABLE statements DROP COLUMN country");
      statement.execute("CREATE INDEX statements_document ON statements (document)");
      statement.execute("UPDATE meta SET version = 6");
    }
    try (RecordStore store = RecordStore.open(file)) {
      assertEquals("the talks", new ActorQuestions(store).statements("PER").get(0).text("words"));
      assertEquals(
          1,
          new Questions(store)
              .ask("SELECT 1 FROM duckdb_indexes() WHERE index_name = 'statements_document'")
              .size());
    }
  }

  @Test
  void aQuestionThatTakesTooLongCanBeStopped() {
    try (RecordStore store = RecordStore.open(folder.resolve("r.duckdb"))) {
      RecordStore own = store.another();
      CompletableFuture<Object> endless =
          CompletableFuture.supplyAsync(
              () ->
                  new Questions(own)
                      .ask(
                          "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"));
      assertThrows(TimeoutException.class, () -> endless.get(300, TimeUnit.MILLISECONDS));
      own.stop();
      Throwable fault =
          assertThrows(ExecutionException.class, () -> endless.get(30, TimeUnit.SECONDS))
              .getCause();
      assertInstanceOf(ChanceryException.class, fault);
      assertEquals(1, new Questions(store).ask("SELECT 1").size());
    }
  }
}
