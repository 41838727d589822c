package org.wangge.camera.picture;

import java.util.Arrays;

/**
 * A picture with a depth for each pixel. Not thread-safe.
 *
 * <p>Colours are 0xRRGGBB, row by row from the top. A depth is the distance on the ground from the
 * foot of the camera to what is shown, in metres, and infinite for the sky.
 */
public final class Picture {
  private final int width;
  private final int height;
  private final int[] colors;
  private final float[] depths;

  public Picture(int width, int height) {
    this.width = width;
    this.height = height;
    colors = new int[width * height];
    depths = new float[width * height];
    Arrays.fill(depths, Float.POSITIVE_INFINITY);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** All colours; to be read. */
  public int[] colors() {
    return colors;
  }

  public int color(int column, int row) {
    return colors[row * width + column];
  }

  public double depthMeters(int column, int row) {
    return depths[row * width + column];
  }

  /** Puts something into a pixel, whatever was there. */
  void put(int column, int row, int color, double depthMeters) {
    colors[row * width + column] = color;
    depths[row * width + column] = (float) depthMeters;
  }

  /** Puts something into a pixel of the picture unless something nearer is there. */
  void putIfNearer(int column, int row, int color, double depthMeters) {
    int at = row * width + column;
    if (column >= 0 && column < width && row >= 0 && row < height && depthMeters < depths[at]) {
      colors[at] = color;
      depths[at] = (float) depthMeters;
    }
  }

  /** Takes over all of a picture of the same size. */
  void copyFrom(Picture other) {
    System.arraycopy(other.colors, 0, colors, 0, colors.length);
    System.arraycopy(other.depths, 0, depths, 0, depths.length);
  }
}
