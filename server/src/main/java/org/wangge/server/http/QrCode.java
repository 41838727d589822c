package org.wangge.server.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * QR codes as SVG, drawn in the colours that scanners want, whatever the theme of the page. Without
 * script, style or anything fetched, so that a page may show one as an image. Thread-safe.
 */
public final class QrCode {
  /** White squares around it; the standard asks for four. */
  private static final int MARGIN = 4;

  private QrCode() {}

  /**
   * The picture of a text.
   *
   * @throws IllegalArgumentException when the text is longer than a code holds (some 2,000 bytes)
   */
  public static byte[] svg(String text) {
    BitMatrix squares = squares(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        int began = x;
        while (x < squares.getWidth() && squares.get(x, y)) {
          x++;
        }
        if (x > began) {
          path.append("M%d %dh%dv1H%dz".formatted(began, y, x - began, began));
        }
      }
    }
    int size = squares.getWidth();
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>
        """
        .formatted(size, size, size, size, path)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The squares of a text, dark ones set, with their white margin.
   *
   * @throws IllegalArgumentException when the text is longer than a code holds (some 2,000 bytes)
   */
  public static BitMatrix squares(String text) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            MARGIN);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds so much", e);
    }
  }
}
