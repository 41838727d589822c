package org.wangge.server.video;

import java.awt.Graphics2D;
import java.time.Instant;

/** Paints what a made-up camera sees. Used by one thread at a time. */
public interface FramePainter {
  /** Width of a frame in pixels. */
  int WIDTH = 640;

  /** Height of a frame in pixels. */
  int HEIGHT = 360;

  /** Paints the whole of a frame as it is at an instant. */
  void paint(Graphics2D canvas, Instant at);
}
