package org.wangge.server.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Instant;
import org.wangge.camera.Perspective;
import org.wangge.camera.Perspective.Pixel;

/** Paints one person of the town, without a face. */
final class Figure {
  private static final double TALL_METERS = 1.7;
  private static final double STEPS_PER_SECOND = 1.8;
  private static final Color SKIN = new Color(0xb88f72);
  private static final Color VEST = new Color(0xf07f1e);
  private static final Color REFLEX = new Color(0xf4f1c8);
  private static final Color[] COATS = {
    new Color(0x3d5a80),
    new Color(0x7a3e48),
    new Color(0x4f6d4a),
    new Color(0x3a3a42),
    new Color(0x8a7a55),
    new Color(0x6b5b95)
  };
  private static final Color TROUSERS = new Color(0x2e3440);
  private static final Color SHADOW = new Color(0, 0, 0, 60);

  private final Graphics2D canvas;
  private final Daylight light;
  private final double left;
  private final double foot;
  private final double meter;

  Figure(Graphics2D canvas, Daylight light, Perspective view, Pixel feet) {
    this.canvas = canvas;
    this.light = light;
    left = feet.x();
    foot = feet.y();
    meter = view.pixelsPerMeter(feet.depthMeters());
  }

  /**
   * Someone to paint.
   *
   * @param who the same for the same person, who so keeps their coat
   * @param staff of the town's staff, who wear a vest that is seen from afar
   * @param walking or standing
   */
  record Person(String who, boolean staff, boolean walking) {}

  void paint(Person person, Instant at) {
    Color coat = COATS[Math.floorMod(person.who.hashCode(), COATS.length)];
    paint(person.staff ? VEST : coat, person.walking, stride(person.who, at));
    if (person.staff) {
      canvas.setColor(light.on(REFLEX));
      fillBox(-0.22, 1.08, 0.44, 0.06);
    }
  }

  private static double stride(String who, Instant at) {
    double seconds = at.toEpochMilli() % 1_000_000 / 1000.0 + Math.floorMod(who.hashCode(), 100);
    return Math.sin(2 * Math.PI * STEPS_PER_SECOND / 2 * seconds);
  }

  private void paint(Color coat, boolean walking, double stride) {
    canvas.setColor(SHADOW);
    canvas.fill(
        new Ellipse2D.Double(left - 0.35 * meter, foot - 0.08 * meter, 0.8 * meter, 0.18 * meter));
    double step = walking ? stride * 0.28 : 0.08;
    canvas.setStroke(
        new BasicStroke((float) (0.15 * meter), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(light.on(TROUSERS));
    leg(step);
    leg(-step);
    canvas.setColor(light.on(coat));
    canvas.fill(
        new RoundRectangle2D.Double(
            left - 0.22 * meter,
            foot - 1.45 * meter,
            0.44 * meter,
            0.68 * meter,
            0.16 * meter,
            0.16 * meter));
    canvas.setColor(light.on(SKIN));
    canvas.fill(
        new Ellipse2D.Double(
            left - 0.12 * meter, foot - TALL_METERS * meter, 0.24 * meter, 0.26 * meter));
  }

  private void leg(double step) {
    canvas.draw(
        new Line2D.Double(left, foot - 0.8 * meter, left + step * meter, foot - 0.05 * meter));
  }

  private void fillBox(double from, double up, double wide, double high) {
    canvas.fill(
        new Rectangle2D.Double(left + from * meter, foot - up * meter, wide * meter, high * meter));
  }
}
