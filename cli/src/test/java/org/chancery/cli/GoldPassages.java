package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.Engine;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Span;

/** Passages of {@code src/test/resources/gold} with their marks taken out of the text. */
record GoldPassages(String id, String published, String text, List<Mark> marks) {
  private static final Pattern HEAD = Pattern.compile("## (\\S+) (\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern MARK =
      Pattern.compile("\\{\\{([^|{}]*)\\|([^|{}]*)\\|([^{}]*)\\}\\}");

  /** Marked words with the two cells behind them. */
  record Mark(Span span, String text, String second, String third) {}

  /** Whether the passage was kept aside until the end. */
  boolean isAside() {
    return Integer.parseInt(id) % 2 == 0;
  }

  DocumentRecord coded(Engine engine) {
    return TestEngine.coded(
        engine, new Document("gold-" + id, null, null, published, "en", null, text, "test"));
  }

  static List<GoldPassages> read(String name) throws IOException {
    List<GoldPassages> passages = new ArrayList<>();
    String id = "";
    String day = "";
    StringBuilder marked = new StringBuilder();
    List<String> lines =
        Files.readAllLines(TestEngine.ROOT.resolve("cli/src/test/resources/gold/" + name));
    for (String line : lines) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        add(passages, id, day, marked);
        id = head.group(1);
        day = head.group(2);
      } else if (!line.startsWith("#")) {
        marked.append(line).append('\n');
      }
    }
    add(passages, id, day, marked);
    return passages;
  }

  private static void add(
      List<GoldPassages> passages, String id, String day, StringBuilder marked) {
    String source = marked.toString().strip();
    marked.setLength(0);
    if (id.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(source);
    int at = 0;
    while (mark.find()) {
      text.append(source, at, mark.start());
      int begin = text.length();
      text.append(mark.group(1));
      marks.add(
          new Mark(new Span(begin, text.length()), mark.group(1), mark.group(2), mark.group(3)));
      at = mark.end();
    }
    text.append(source.substring(at));
    passages.add(new GoldPassages(id, day, text.toString(), marks));
  }
}
