package org.chancery.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter 2019) with a learning rate a group, warm-up and linear decay, and
 * gradient clipping.
 */
final class AdamW {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final double DECAY = 0.01;
  private static final double CLIP = 1.0;
  private final List<Slot> slots = new ArrayList<>();
  private final int steps;
  private int step;

  private record Slot(
      NDArray parameter, NDArray first, NDArray second, double rate, boolean decays) {}

  AdamW(int steps) {
    this.steps = steps;
  }

  void add(NDManager manager, NDArray parameter, double rate, boolean decays) {
    parameter.setRequiresGradient(true);
    NDArray first = manager.zeros(parameter.getShape());
    slots.add(new Slot(parameter, first, manager.zeros(parameter.getShape()), rate, decays));
  }

  /**
   * Updates every parameter from its gradient and clears it; false (and no update) when a gradient
   * is not finite.
   */
  boolean step(NDManager manager) {
    step++;
    double warm = Math.max(1, steps / 10);
    double schedule = step < warm ? step / warm : Math.max(0, (steps - step) / (steps - warm));
    double norm = 0;
    for (Slot slot : slots) {
      try (NDArray gradient = slot.parameter.getGradient();
          NDArray squares = gradient.square();
          NDArray sum = squares.sum()) {
        norm += sum.getFloat();
      }
    }
    if (!Double.isFinite(norm)) {
      slots.forEach(AdamW::clear);
      return false;
    }
    float clip = (float) Math.min(1, CLIP / (Math.sqrt(norm) + 1e-6));
    float correct1 = (float) (1 - Math.pow(BETA1, step));
    float correct2 = (float) (1 - Math.pow(BETA2, step));
    for (Slot slot : slots) {
      try (NDManager scope = manager.newSubManager();
          NDArray gradient = slot.parameter.getGradient()) {
        NDArray g = gradient.mul(clip);
        g.attach(scope);
        slot.first.muli(BETA1).addi(g.mul(1 - BETA1));
        slot.second.muli(BETA2).addi(g.square().mul(1 - BETA2));
        NDArray mean = slot.first.div(correct1); // results belong to the left side's manager
        mean.attach(scope);
        NDArray variance = slot.second.div(correct2);
        variance.attach(scope);
        NDArray change = mean.div(variance.sqrt().add(EPSILON));
        if (slot.decays) {
          slot.parameter.muli((float) (1 - slot.rate * schedule * DECAY));
        }
        slot.parameter.subi(change.mul((float) (slot.rate * schedule)));
      }
      clear(slot);
    }
    return true;
  }

  private static void clear(Slot slot) {
    try (NDArray gradient = slot.parameter.getGradient()) {
      gradient.set(new NDIndex("..."), 0f);
    }
  }
}
