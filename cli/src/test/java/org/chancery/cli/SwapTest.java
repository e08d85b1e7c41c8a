package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chancery.core.EventMention;
import org.chancery.core.Span;
import org.junit.jupiter.api.Test;

/**
 * Who the parties are changes nothing: each of some 200 sentence frames is coded with each of 40
 * states or 20 armed groups on either side, and must give the same events with the parties
 * exchanged: type, direction, modality, and confidence within 0.02.
 */
class SwapTest {
  private static final double TOLERANCE = 0.02;
  private static final List<String> STATES =
      List.of(
          "Norway",
          "Chad",
          "Peru",
          "Japan",
          "Egypt",
          "Iran",
          "Israel",
          "Ukraine",
          "Russia",
          "China",
          "India",
          "Pakistan",
          "Brazil",
          "Mexico",
          "Kenya",
          "Nigeria",
          "South Africa",
          "Saudi Arabia",
          "Iraq",
          "Syria",
          "Turkey",
          "Greece",
          "France",
          "Germany",
          "Poland",
          "Serbia",
          "Cuba",
          "Venezuela",
          "Colombia",
          "Vietnam",
          "Thailand",
          "Indonesia",
          "Australia",
          "New Zealand",
          "North Korea",
          "South Korea",
          "Ethiopia",
          "Somalia",
          "Armenia",
          "Azerbaijan");
  private static final List<String> GROUPS =
      List.of(
          "Hezbollah",
          "Hamas",
          "Boko Haram",
          "M23",
          "Al-Shabaab",
          "FARC",
          "ELN",
          "Abu Sayyaf",
          "PKK",
          "UNITA",
          "Renamo",
          "LTTE",
          "ETA",
          "Jemaah Islamiyah",
          "Islamic Jihad",
          "Ansar Dine",
          "Seleka",
          "Fatah al-Islam",
          "Arakan Army",
          "Lashkar-e-Taiba");

  private record Frame(int line, String text, List<String> parties) {}

  /** An event without its parties' names: what is the same whoever they are. */
  private record Coded(
      String type, String modality, List<String> actors, List<String> recipients, double sure) {}

  @Test
  void partiesAreInterchangeable() throws IOException {
    List<String> faults =
        frames().parallelStream().flatMap(frame -> faults(frame).stream()).sorted().toList();
    assertEquals(List.of(), faults, faults.size() + " of the swaps change the record");
  }

  /** A frame without an event would be the same whatever it is given: hardly any may be so. */
  @Test
  void framesHoldEvents() throws IOException {
    List<Frame> frames = frames();
    List<Integer> silent =
        frames.stream().filter(f -> code(f, 0, 1).isEmpty()).map(Frame::line).toList();
    assertTrue(frames.size() >= 200, "frames: " + frames.size());
    assertTrue(silent.size() * 12 <= frames.size(), "frames without an event: lines " + silent);
  }

  private static List<Frame> frames() throws IOException {
    List<Frame> frames = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(Path.of("src/test/resources/swap/frames.tsv"), StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t");
      if (cells.length == 3 && cells[2].contains("{A}")) {
        frames.add(new Frame(i + 1, cells[2], cells[1].equals("group") ? GROUPS : STATES));
      }
    }
    return frames;
  }

  private static List<String> faults(Frame frame) {
    int n = frame.parties.size();
    List<Coded> first = code(frame, 0, n / 2);
    List<String> faults = new ArrayList<>();
    IntStream.range(1, n)
        .forEach(
            i -> {
              List<Coded> here = code(frame, i, (i + n / 2) % n);
              if (!same(first, here)) {
                faults.add(
                    frame.line
                        + " "
                        + frame.parties.get(i)
                        + "/"
                        + frame.parties.get((i + n / 2) % n)
                        + ": "
                        + frame.text
                        + "\n  "
                        + first
                        + "\n  "
                        + here);
              }
            });
    return faults;
  }

  private static boolean same(List<Coded> some, List<Coded> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      Coded a = some.get(i);
      Coded b = others.get(i);
      same =
          a.type.equals(b.type)
              && a.modality.equals(b.modality)
              && a.actors.equals(b.actors)
              && a.recipients.equals(b.recipients)
              && Math.abs(a.sure - b.sure) <= TOLERANCE;
    }
    return same;
  }

  private static List<Coded> code(Frame frame, int one, int other) {
    String a = frame.parties.get(one);
    String b = frame.parties.get(other);
    String text = frame.text.replace("{A}", a).replace("{B}", b);
    Span first = Objects.requireNonNull(span(text, a));
    Span second = Objects.requireNonNull(span(text, b));
    return TestEngine.ENGINE.pipeline.code(TestEngine.document(text)).eventMentions().stream()
        .map(
            m ->
                new Coded(
                    m.type(),
                    m.modality().key(),
                    side(m.actors(), first, second),
                    side(m.recipients(), first, second),
                    m.confidence()))
        .toList();
  }

  private static Span span(String text, String name) {
    int begin = text.indexOf(name);
    return new Span(begin, begin + name.length());
  }

  /** A side's parts as A, B or other words. */
  private static List<String> side(List<EventMention.Participant> side, Span a, Span b) {
    return side.stream()
        .map(
            p ->
                p.span().overlaps(a) && p.span().overlaps(b)
                    ? "AB"
                    : p.span().overlaps(a) ? "A" : p.span().overlaps(b) ? "B" : p.text())
        .toList();
  }
}
