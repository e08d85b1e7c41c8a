package org.chancery.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.chancery.analysis.Engine;
import org.chancery.analysis.coding.Explainer;
import org.chancery.analysis.linking.Continuations;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.server.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code serve}: pages and a REST API over a record. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves the record as pages and as a REST API (/api/v1/openapi.json), on this machine only"
            + " unless told.",
    footerHeading = "%nExamples:%n",
    footer = {"  chancery serve", "  chancery serve --record 2024.duckdb --port 8080"})
final class ServeCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(names = "--port", description = "The port (default: ${DEFAULT-VALUE}).")
  private int port = 7040;

  @Option(
      names = "--host",
      description =
          "The address to serve on (default: ${DEFAULT-VALUE}); another needs --token for"
              + " everything.")
  private String host = "127.0.0.1";

  @Option(
      names = "--token",
      description =
          "What a client must send as Authorization: Bearer TOKEN; 16 characters or more.")
  private @Nullable String token;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  private @Nullable Engine engine;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    EventsCommand.mustExist(record);
    Server.Options options =
        new Server.Options(record, host, port, token, text -> pasted(engine(), text));
    try (Server server = Server.start(options, new Continuations(codebook.codebook()))) {
      out.println("http://" + host + ":" + server.port() + "/  (Ctrl-C stops)");
      out.flush();
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return 0;
  }

  /** Loaded when the first report is pasted: reading and reviewing need no model. */
  private synchronized Engine engine() {
    Engine loaded = engine;
    if (loaded == null) {
      loaded = new Engine(codebook.layers, true);
      engine = loaded;
    }
    return loaded;
  }

  /** Codes a pasted report; it is kept nowhere. */
  static Server.Pasted pasted(Engine engine, String text) {
    Analysis analysis =
        engine.pipeline.analyse(
            new Document("pasted", null, null, null, "en", null, text, "pasted"));
    List<Server.Mark> marks = new ArrayList<>();
    analysis
        .get(Layer.ACTORS)
        .forEach(
            m ->
                mark(
                    marks,
                    "actor",
                    m.span(),
                    m.actor() == null ? "not resolved" : m.actor().name()));
    analysis.get(Layer.PLACES).forEach(m -> mark(marks, "place", m.span(), m.name()));
    analysis.get(Layer.TIMES).forEach(m -> mark(marks, "time", m.span(), m.value()));
    analysis
        .get(Layer.EVENT_MENTIONS)
        .forEach(m -> mark(marks, "event", m.trigger().span(), m.type()));
    analysis.get(Layer.FIGURES).forEach(f -> mark(marks, "figure", f.span(), f.counts()));
    analysis.get(Layer.FRAMINGS).forEach(f -> mark(marks, "framing", f.span(), f.term()));
    analysis
        .get(Layer.ATTRIBUTIONS)
        .forEach(
            a ->
                a.content()
                    .forEach(
                        c ->
                            mark(
                                marks,
                                "said",
                                c,
                                "said by "
                                    + (a.source() == null ? "unnamed" : a.source().text()))));
    List<Server.Coded> events = new ArrayList<>();
    for (Explainer.Reasons reasons :
        new Explainer(engine.ontology, engine.rules, engine.nearest).explain(analysis)) {
      StringWriter why = new StringWriter();
      ExplainCommand.event(new PrintWriter(why, true), reasons);
      events.add(new Server.Coded(line(reasons.mention()), why.toString()));
    }
    return new Server.Pasted(text, marks, events);
  }

  private static void mark(List<Server.Mark> marks, String layer, Span span, String note) {
    marks.add(new Server.Mark(layer, span.begin(), span.end(), note));
  }

  private static String line(EventMention m) {
    return side(m.actors())
        + " - "
        + m.type()
        + " - "
        + side(m.recipients())
        + ", "
        + m.modality().key();
  }

  private static String side(List<EventMention.Participant> side) {
    return side.isEmpty()
        ? "unknown"
        : side.get(0).text()
            + " ("
            + side.get(0).code()
            + ")"
            + (side.size() > 1 ? " and others" : "");
  }
}
