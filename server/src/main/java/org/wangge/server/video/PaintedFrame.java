package org.wangge.server.video;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The frame that the pictures of a made-up camera are painted in, one after another, with what is
 * burned into them. The same instant always gives the same frame. For one thread at a time.
 */
final class PaintedFrame implements AutoCloseable {
  private final FramePainter painter;
  private final FrameWriting writing;
  private final BufferedImage image =
      new BufferedImage(FramePainter.WIDTH, FramePainter.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final Graphics2D canvas = image.createGraphics();

  /**
   * Makes the frame of a camera.
   *
   * @param name what its owner calls it
   * @param zone whose time its clock shows
   */
  PaintedFrame(PaintedCamera camera, String name, ZoneId zone) {
    painter = camera.painter().get();
    writing = new FrameWriting(name, camera.clockOffset(), zone);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  void paint(Instant at) {
    painter.paint(canvas, at);
    writing.paint(canvas, at);
  }

  /** As it was painted last. */
  BufferedImage image() {
    return image;
  }

  /** The same as bytes, three a pixel: blue, green, red. To be read. */
  byte[] bytes() {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  @Override
  public void close() {
    canvas.dispose();
  }
}
