package org.wangge.server.incident.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.http.TooBusy;

/**
 * Makes pictures anew: upright, no larger than they are looked at, with nothing in their files that
 * is not picture. One at a time, so that whatever is sent takes no more than one picture's memory.
 * Thread-safe.
 */
final class Darkroom {
  private static final int PATIENCE_SECONDS = 15;
  private static final int RETRY_SECONDS = 5;

  /** A decoded picture takes no more; of a larger one every second, third… pixel is read. */
  private static final double MOST_DECODED_BYTES = 64e6;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** H2 keeps no longer value in a row. */
  private static final int LONGEST_PRINT = 1_000_000;

  private static final float[] QUALITIES = {0.82f, 0.65f, 0.45f, 0.25f, 0.1f};

  private final Semaphore one = new Semaphore(1, true);
  private final ZoneId zone;

  /**
   * Makes a darkroom.
   *
   * @param zone whose time a camera's clock shows that does not say
   */
  Darkroom(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Makes a picture anew.
   *
   * @param file as it was sent
   * @param now nothing was taken later
   * @throws org.wangge.fault.Invalid with code {@code photo-kind}, {@code photo-broken} or {@code
   *     photo-too-many-pixels}
   * @throws TooBusy with code {@code photos-busy} when others take too long
   */
  Exposure develop(byte[] file, Instant now) {
    Negative negative = Negative.of(file);
    CameraNotes notes = CameraNotes.read(negative.exifOrNull(), zone);
    BufferedImage large;
    byte[] largePrint;
    byte[] smallPrint;
    enter();
    try {
      large = scaled(decode(negative), PhotoSize.LARGE, notes.orientation());
      largePrint = print(large);
      while (largePrint.length > LONGEST_PRINT) {
        large = turned(large, 0.5, 1);
        largePrint = print(large);
      }
      smallPrint = print(scaled(large, PhotoSize.SMALL, 1));
    } finally {
      one.release();
    }
    Instant taken = notes.takenAtOrNull();
    return new Exposure(
        large.getWidth(),
        large.getHeight(),
        taken == null || taken.isAfter(now) ? null : taken,
        notes.positionOrNull(),
        new Exposure.Prints(largePrint, smallPrint));
  }

  private void enter() {
    try {
      if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TooBusy("photos-busy", RETRY_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy("photos-busy", RETRY_SECONDS);
    }
  }

  private static BufferedImage decode(Negative negative) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(negative.kind().name()).next();
    try {
      reader.setInput(
          new MemoryCacheImageInputStream(new ByteArrayInputStream(negative.bytes())), true, true);
      Deadline deadline = new Deadline(System.nanoTime() + LONGEST_NANOS);
      reader.addIIOReadProgressListener(deadline);
      if (reader.getWidth(0) != negative.widthPixels()
          || reader.getHeight(0) != negative.heightPixels()) {
        throw Negative.broken();
      }
      ImageReadParam parameters = reader.getDefaultReadParam();
      int every = every(negative);
      parameters.setSourceSubsampling(every, every, 0, 0);
      BufferedImage image = reader.read(0, parameters);
      if (deadline.isLate()) {
        throw Negative.broken();
      }
      return image;
    } catch (IOException | RuntimeException e) {
      // A decoder says in many ways that it cannot go on; none of them is the sender's business.
      throw Negative.broken();
    } finally {
      reader.dispose();
    }
  }

  private static int every(Negative negative) {
    double bytes =
        (double) negative.widthPixels() * negative.heightPixels() * negative.bytesPerPixel();
    return Math.max(1, (int) Math.ceil(Math.sqrt(bytes / MOST_DECODED_BYTES)));
  }

  /** By halves, so that no pixel of the larger picture is left out of the smaller. */
  private static BufferedImage scaled(BufferedImage image, PhotoSize size, int orientation) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1, (double) size.longestPixels() / longest);
    BufferedImage turned = turned(image, Math.max(scale, 0.5), orientation);
    double left = scale / Math.max(scale, 0.5);
    while (left < 1) {
      double step = Math.max(left, 0.5);
      turned = turned(turned, step, 1);
      left /= step;
    }
    return turned;
  }

  /** On white, where there is nothing to be seen. */
  private static BufferedImage turned(BufferedImage image, double scale, int orientation) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean lying = orientation > 4;
    BufferedImage made =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = made.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, made.getWidth(), made.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      AffineTransform upright = upright(orientation, width, height);
      upright.scale((double) width / image.getWidth(), (double) height / image.getHeight());
      graphics.drawImage(image, upright, null);
    } finally {
      graphics.dispose();
    }
    return made;
  }

  /** What the eight orientations of Exif ask for: mirrored at even ones, lying from 5 on. */
  private static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] print(BufferedImage image) {
    byte[] printed = {};
    for (float quality : QUALITIES) {
      printed = print(image, quality);
      if (printed.length <= LONGEST_PRINT) {
        break;
      }
    }
    return printed;
  }

  private static byte[] print(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
