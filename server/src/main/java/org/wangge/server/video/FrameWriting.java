package org.wangge.server.video;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is burned into the pictures of a made-up camera: in the upper left corner date and time by
 * the camera's own clock, below its name, and that it is made up. Immutable.
 *
 * <p>The clock in the picture is the camera's, as real ones burn it: whoever wants to know which
 * instant a frame shows takes off what this clock is ahead. That is known of each generated camera,
 * and some are exact. Nothing else in a picture tells the time.
 */
final class FrameWriting {
  private static final String GENERATED = "生成画面 GENERATED";
  private static final int SIZE = 15;
  private static final int MARGIN = 12;
  private static final int PADDING = 6;
  private static final int ASCENT = 13;
  private static final int DESCENT = 4;
  private static final int HIGH = ASCENT + DESCENT + 2 * PADDING;
  private static final Color BEHIND = new Color(0, 0, 0, 115);

  private final DotClock dots;
  private final Duration clockOffset;

  /** Drawn once: outlines of characters take longer than a whole picture. */
  private final BufferedImage lowest =
      new BufferedImage(FramePainter.WIDTH, HIGH, BufferedImage.TYPE_INT_ARGB_PRE);

  /**
   * The writing of one camera.
   *
   * @param clockOffset what its clock shows less the time it is
   * @param zone whose time its clock shows
   */
  FrameWriting(String cameraName, Duration clockOffset, ZoneId zone) {
    this.clockOffset = clockOffset;
    dots = new DotClock(zone);
    Path2D[] lines = Lettering.of(SIZE, cameraName, GENERATED);
    Graphics2D canvas = lowest.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    write(canvas, lines[0], MARGIN);
    write(canvas, lines[1], FramePainter.WIDTH - MARGIN - lines[1].getBounds2D().getMaxX());
    canvas.dispose();
  }

  private static void write(Graphics2D canvas, Path2D line, double left) {
    line.transform(AffineTransform.getTranslateInstance(left, PADDING + ASCENT));
    Rectangle2D box = line.getBounds2D();
    canvas.setColor(BEHIND);
    canvas.fill(
        new Rectangle2D.Double(box.getX() - PADDING, 0, box.getWidth() + 2 * PADDING, HIGH));
    canvas.setColor(Color.WHITE);
    canvas.fill(line);
  }

  /** Writes it over a frame as it is at an instant. */
  void paint(Graphics2D canvas, Instant at) {
    dots.paint(canvas, at.plus(clockOffset));
    canvas.drawImage(lowest, 0, FramePainter.HEIGHT - MARGIN / 2 - HIGH, null);
  }
}
