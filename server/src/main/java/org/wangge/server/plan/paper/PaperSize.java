package org.wangge.server.plan.paper;

import java.util.Locale;
import java.util.Optional;

/** Sizes of ISO 216, and how large what is written on them is. */
public enum PaperSize {
  A4(210, 297, 1),
  A3(297, 420, 1.2),
  A2(420, 594, 1.5),
  A1(594, 841, 1.9),
  A0(841, 1189, 2.4);

  private final double shortMillimeters;
  private final double longMillimeters;
  private final double unit;

  PaperSize(double shortMillimeters, double longMillimeters, double unit) {
    this.shortMillimeters = shortMillimeters;
    this.longMillimeters = longMillimeters;
    this.unit = unit;
  }

  public double shortMillimeters() {
    return shortMillimeters;
  }

  public double longMillimeters() {
    return longMillimeters;
  }

  /** How much larger furniture is than on the smallest: larger sheets are read from further off. */
  public double unit() {
    return unit;
  }

  public static Optional<PaperSize> find(String word) {
    for (PaperSize size : values()) {
      if (size.name().equals(word.toUpperCase(Locale.ROOT))) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
