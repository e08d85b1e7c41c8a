package org.chancery.analysis.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.chancery.core.Ids;

/**
 * The encoder in ONNX Runtime, one thread a session, one sentence a run: dynamic int8 quantisation
 * scales over a whole batch, so a sentence alone gives the same bytes whatever stands beside it.
 * Thread-safe.
 */
public final class OnnxEncoder {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HeadWeights heads;
  private final String id;

  /** Loads {@code encoder.onnx} and {@code heads.bin}, with the name on the model's card. */
  public OnnxEncoder(Path encoder, Path headsFile, Path card) {
    try {
      byte[] bytes = Files.readAllBytes(encoder);
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false); // threads wait for one another at the arena's lock
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(bytes, options);
      if (!session.getOutputNames().contains(Labels.PIECES)) {
        throw new ChanceryException(
            "model", encoder + " is of an older form, without heads; train again");
      }
      heads = new HeadWeights(headsFile);
      id =
          name(card)
              + "-"
              + Ids.sha256(bytes.length + ":" + java.util.Arrays.hashCode(bytes)).substring(0, 8);
    } catch (IOException | OrtException e) {
      throw new ChanceryException(
          "model", encoder + " cannot be loaded; train again: " + e.getMessage(), e);
    }
  }

  private static String name(Path card) throws IOException {
    String title = Files.readAllLines(card).get(0);
    return title.substring(title.indexOf(':') + 1).strip();
  }

  /** Name and short hash of the weights. */
  public String id() {
    return id;
  }

  /** The states of one input. */
  public Encoded encode(EncoderInput input) {
    int length = input.ids().length;
    long[] shape = {1, length};
    try (OnnxTensor ids =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(input.ids()), shape);
        OrtSession.Result result = session.run(Map.of("input_ids", ids))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      float[][][] pieces = (float[][][]) result.get(1).getValue();
      return new Encoded(input, states[0], pieces[0], heads);
    } catch (OrtException e) {
      throw new ChanceryException("encoder", "the encoder failed: " + e.getMessage(), e);
    }
  }

  /** The states of several inputs, in order. */
  public List<Encoded> encode(List<EncoderInput> inputs) {
    List<Encoded> encoded = new ArrayList<>();
    inputs.forEach(input -> encoded.add(encode(input)));
    return encoded;
  }
}
