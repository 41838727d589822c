package org.wangge.server;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** What a part of a page really looks like. */
final class Pixels {
  private final BufferedImage image;

  private Pixels(BufferedImage image) {
    this.image = image;
  }

  static Pixels of(Locator part) {
    return of(part.screenshot());
  }

  /** A square of a page. */
  static Pixels of(Page page, double left, double top, double side) {
    return of(page.screenshot(new Page.ScreenshotOptions().setClip(left, top, side, side)));
  }

  private static Pixels of(byte[] file) {
    try {
      return new Pixels(ImageIO.read(new ByteArrayInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many colours there are, near ones counted as one. */
  int colours() {
    Set<Integer> seen = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        seen.add(image.getRGB(x, y) & 0xF8F8F8);
      }
    }
    return seen.size();
  }

  /** The share of pixels where another picture of the same size differs clearly. */
  double differenceTo(Pixels other) {
    int different = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (distance(image.getRGB(x, y), other.image.getRGB(x, y)) > 24) {
          different++;
        }
      }
    }
    return different / (double) (image.getWidth() * image.getHeight());
  }

  /** Mean brightness, 0 to 255. */
  double brightness() {
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += ((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255);
      }
    }
    return sum / 3.0 / image.getWidth() / image.getHeight();
  }

  private static int distance(int a, int b) {
    int red = Math.abs(((a >> 16) & 255) - ((b >> 16) & 255));
    int green = Math.abs(((a >> 8) & 255) - ((b >> 8) & 255));
    int blue = Math.abs((a & 255) - (b & 255));
    return Math.max(red, Math.max(green, blue));
  }
}
