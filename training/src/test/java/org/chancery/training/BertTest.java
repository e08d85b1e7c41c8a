package org.chancery.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoder that is trained is the published one: same states to 1e-4 before any training. */
class BertTest {
  private static final String BASE = "/bge-small-en-v1.5.onnx";
  private static final String BASE_INT8 = "/bge-small-en-v1.5-q.onnx";
  private static final long[] SENTENCE = {
    101, 1996, 3097, 2704, 1997, 7304, 3564, 1996, 6059, 1012, 102
  };

  @Test
  void statesEqualThoseOfThePublishedGraph() throws OrtException, IOException {
    float[][][] published = published();
    try (NDManager manager = NDManager.newBaseManager()) {
      Bert bert = new Bert(manager, OnnxGraph.resource(BASE), 12);
      NDArray states = bert.forward(manager, new long[][] {SENTENCE}, 0, false);
      float[] ours = states.toFloatArray();
      int width = published[0][0].length;
      for (int t = 0; t < SENTENCE.length; t++) {
        for (int d = 0; d < width; d++) {
          assertEquals(
              published[0][t][d], ours[t * width + d], 1e-4, "piece " + t + ", dimension " + d);
        }
      }
    }
  }

  @Test
  void theFusedGraphGivesTheStatesOfTheQuantisedOne(@TempDir Path folder)
      throws OrtException, IOException {
    float[][][] quantised;
    try (InputStream in = Objects.requireNonNull(BertTest.class.getResourceAsStream(BASE_INT8))) {
      quantised = states(in.readAllBytes(), List.of("attention_mask", "token_type_ids"));
    }
    Path file = folder.resolve("encoder.onnx");
    OnnxGraph.resource(BASE_INT8).write(file, 12);
    float[][][] fused = states(Files.readAllBytes(file), List.of());
    for (int t = 0; t < SENTENCE.length; t++) {
      for (int d = 0; d < quantised[0][t].length; d++) {
        assertEquals(quantised[0][t][d], fused[0][t][d], 1e-3, "piece " + t + ", dimension " + d);
      }
    }
  }

  @Test
  void anEncoderOfFewerLayersIsWrittenWithThese(@TempDir Path folder)
      throws OrtException, IOException {
    Path file = folder.resolve("encoder.onnx");
    try (NDManager manager = NDManager.newBaseManager()) {
      Bert bert = new Bert(manager, OnnxGraph.resource(BASE), 6);
      Export.model(bert, OnnxGraph.resource(BASE_INT8), file);
      float[][][] written = states(Files.readAllBytes(file), List.of());
      float[] ours = bert.forward(manager, new long[][] {SENTENCE}, 0, false).toFloatArray();
      int width = written[0][0].length;
      for (int t = 0; t < SENTENCE.length; t++) {
        double product = 0;
        double own = 0;
        double other = 0;
        for (int d = 0; d < width; d++) {
          product += ours[t * width + d] * written[0][t][d];
          own += ours[t * width + d] * ours[t * width + d];
          other += written[0][t][d] * written[0][t][d];
        }
        assertTrue(product / Math.sqrt(own * other) > 0.98, "piece " + t);
      }
    }
  }

  private static float[][][] published() throws OrtException, IOException {
    try (InputStream in = Objects.requireNonNull(BertTest.class.getResourceAsStream(BASE))) {
      return states(in.readAllBytes(), List.of("attention_mask", "token_type_ids"));
    }
  }

  /** The states of the sentence; the graph also takes inputs of those names: a mask, or types. */
  private static float[][][] states(byte[] graph, List<String> more) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, SENTENCE.length};
    long[] ones = new long[SENTENCE.length];
    Arrays.fill(ones, 1);
    try (OrtSession session = environment.createSession(graph, new OrtSession.SessionOptions());
        OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(SENTENCE), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(new long[SENTENCE.length]), shape)) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of("input_ids", ids));
      more.forEach(name -> inputs.put(name, name.equals("attention_mask") ? mask : types));
      try (OrtSession.Result result = session.run(inputs)) {
        return (float[][][]) result.get(0).getValue();
      }
    }
  }
}
