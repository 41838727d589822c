package org.wangge.server.plan.paper;

/**
 * A rectangle on paper, in millimetres from the lower left corner of the page.
 *
 * @param x left
 * @param y bottom
 * @param width to the right
 * @param height upwards
 */
public record Frame(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double top() {
    return y + height;
  }

  public Frame inset(double millimeters) {
    return new Frame(
        x + millimeters, y + millimeters, width - 2 * millimeters, height - 2 * millimeters);
  }
}
