package org.chancery.spark;

import java.util.ArrayList;
import java.util.List;

/** How files become tasks: long JSONL files are cut, short files are put together. */
final class Tasks {
  private static final int A_CORE = 4;

  private Tasks() {}

  /** The files with those cut that may be; line numbers are not known yet. */
  static List<Part> cut(List<Part> files, long largest) {
    List<Part> parts = new ArrayList<>();
    for (Part file : files) {
      if (!file.lines() || file.bytes() <= largest) {
        parts.add(file);
        continue;
      }
      for (long begin = 0; begin < file.end(); begin += largest) {
        parts.add(file.range(begin, Math.min(begin + largest, file.end()), 0));
      }
    }
    return parts;
  }

  /** The parts with the line ends before each, from those in each. */
  static List<Part> numbered(List<Part> parts, List<Long> lineEnds) {
    List<Part> numbered = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      before = part.begin() == 0 ? 0 : before + lineEnds.get(i - 1);
      numbered.add(part.range(part.begin(), part.end(), before));
    }
    return numbered;
  }

  /** Parts in groups of about the same size, in order: some for each core. */
  static List<List<Part>> grouped(List<Part> parts, int cores) {
    long all = parts.stream().mapToLong(Part::bytes).sum();
    long share = Math.min(Part.LARGEST, all / ((long) cores * A_CORE) + 1);
    List<List<Part>> groups = new ArrayList<>();
    long size = share;
    for (Part part : parts) {
      if (size >= share) {
        groups.add(new ArrayList<>());
        size = 0;
      }
      groups.get(groups.size() - 1).add(part);
      size += part.bytes();
    }
    return groups;
  }

  /** Tasks to spread documents over when the files are too few to keep the cores busy. */
  static int spread(int cores) {
    return cores * A_CORE;
  }
}
