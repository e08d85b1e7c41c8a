package org.chancery.bench.peer;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.chancery.bench.Race;
import org.chancery.core.Document;

/**
 * Sentences a second of PETRARCH2's way, turn by turn with ours, one thread: CoreNLP's tokens,
 * sentences, tags and constituency parse. The dictionary coder that follows there, and the
 * dependency graphs, are left out, in the peer's favour.
 */
public final class PeerBench {
  private PeerBench() {}

  /** Arguments: folder of the development sets, rounds. */
  public static void main(String[] args) throws IOException {
    StanfordCoreNLP pcfg = parser("edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");
    StanfordCoreNLP shiftReduce = parser("edu/stanford/nlp/models/srparser/englishSR.ser.gz");
    Race.run(
        Path.of(args[0]),
        Integer.parseInt(args[1]),
        documents -> parse(pcfg, documents),
        documents -> parse(shiftReduce, documents));
  }

  private static StanfordCoreNLP parser(String model) {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,parse"); // tokenize splits sentences too
    properties.setProperty("parse.model", model);
    properties.setProperty("parse.buildgraphs", "false");
    properties.setProperty("threads", "1");
    return new StanfordCoreNLP(properties);
  }

  /** Sentences that got a tree. */
  private static int parse(StanfordCoreNLP parser, List<Document> documents) {
    int parsed = 0;
    for (Document document : documents) {
      Annotation annotation = new Annotation(document.text());
      parser.annotate(annotation);
      parsed += annotation.get(CoreAnnotations.SentencesAnnotation.class).size();
    }
    return parsed;
  }
}
