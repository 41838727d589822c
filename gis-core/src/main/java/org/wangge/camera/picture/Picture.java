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

  /** Takes over the colours of a picture that is so many times as wide and high, averaged. */
  void colorsFrom(Picture larger, int times) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < times * times; i++) {
          int color = larger.color(column * times + i % times, row * times + i / times);
          red += (color >> 16) & 0xff;
          green += (color >> 8) & 0xff;
          blue += color & 0xff;
        }
        int count = times * times;
        colors[row * width + column] =
            ((red / count) << 16) | ((green / count) << 8) | (blue / count);
      }
    }
  }

  /** Takes over all of a picture of the same size. */
  void copyFrom(Picture other) {
    System.arraycopy(other.colors, 0, colors, 0, colors.length);
    System.arraycopy(other.depths, 0, depths, 0, depths.length);
  }
}
