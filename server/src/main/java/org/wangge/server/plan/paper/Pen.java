package org.wangge.server.plan.paper;

import java.awt.Color;
import java.util.List;

/**
 * How a line is drawn.
 *
 * @param color of it
 * @param millimeters its width
 * @param dashes lengths of dash and gap in millimetres; empty for a solid line
 */
public record Pen(Color color, double millimeters, List<Double> dashes) {
  public Pen {
    dashes = List.copyOf(dashes);
  }

  public static Pen of(Color color, double millimeters) {
    return new Pen(color, millimeters, List.of());
  }

  public static Pen dashed(Color color, double millimeters) {
    return new Pen(color, millimeters, List.of(4 * millimeters, 2.5 * millimeters));
  }
}
