package org.wangge.server.incident.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files of photos as phones make them, and as nobody's phone does. */
public final class TestPhotos {
  private TestPhotos() {}

  /** Red in its upper left quarter, blue elsewhere. */
  static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.dispose();
    return image;
  }

  static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG as a camera makes it. */
  public static byte[] jpeg(int width, int height) {
    return file(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] png(int width, int height) {
    return file(picture(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  /**
   * The same with what a phone writes into it, taken at 28.9182 N 112.6137 E.
   *
   * @param orientation as Exif counts them
   */
  public static byte[] withNotes(byte[] jpeg, int orientation) {
    byte[] tiff = tiff(orientation);
    byte[] segment = new byte[4 + 6 + tiff.length];
    ByteBuffer.wrap(segment)
        .putShort((short) 0xFFE1)
        .putShort((short) (segment.length - 2))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff);
    return inserted(jpeg, 2, segment);
  }

  /** Maker, orientation, time with its offset, and a position, in the order of a TIFF. */
  static byte[] tiff(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
    tiff.putShort((short) 4);
    entry(tiff, 0x010F, 2, 12, 200);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8769, 4, 1, 70);
    entry(tiff, 0x8825, 4, 1, 110);
    tiff.putInt(0);
    tiff.position(70);
    tiff.putShort((short) 2);
    entry(tiff, 0x9003, 2, 20, 220);
    entry(tiff, 0x9011, 2, 7, 244);
    tiff.putInt(0);
    tiff.position(110);
    tiff.putShort((short) 4);
    tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
    entry(tiff, 2, 5, 3, 260);
    tiff.putShort((short) 3).putShort((short) 2).putInt(2).put(new byte[] {'E', 0, 0, 0});
    entry(tiff, 4, 5, 3, 290);
    tiff.putInt(0);
    tiff.position(200);
    tiff.put("quillcamera\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(220);
    tiff.put("2026:11:02 08:30:00\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(244);
    tiff.put("+08:00\0".getBytes(StandardCharsets.US_ASCII));
    degrees(tiff, 260, 28, 289_182);
    degrees(tiff, 290, 112, 1_126_137);
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int offset) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(offset);
  }

  /** Whole degrees, no minutes, and the rest in seconds. */
  private static void degrees(ByteBuffer tiff, int at, int whole, int tenThousandths) {
    int restSeconds = (tenThousandths - whole * 10_000) * 36;
    tiff.position(at);
    tiff.putInt(whole).putInt(1).putInt(0).putInt(1).putInt(restSeconds).putInt(100);
  }

  static byte[] inserted(byte[] file, int at, byte[] what) {
    return joined(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A chunk of a PNG, with its right check sum. */
  static byte[] chunk(String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(type)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  /** A PNG whose header says that it is so large, with hardly anything in it. */
  static byte[] pngThatClaims(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    return joined(
        Arrays.copyOf(png(2, 2), 8),
        chunk("IHDR", header),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  /** A JPEG whose frame says that it is so large. */
  static byte[] jpegThatClaims(int width, int height) {
    byte[] file = jpeg(16, 16);
    for (int i = 2; i < file.length - 9; i++) {
      if ((file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return file;
      }
    }
    throw new IllegalStateException("no frame");
  }
}
