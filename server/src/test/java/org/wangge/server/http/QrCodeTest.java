package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
  private static final int PIXELS = 8;
  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wangge.example:8443/ca/",
        "otpauth://totp/%E4%B8%9C:liaison?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=6",
        "网格员 7"
      })
  void a_scanner_reads_what_was_drawn(String text) throws Exception {
    assertThat(read(svg(text))).isEqualTo(text);
  }

  @Test
  void a_page_may_show_it_as_an_image() {
    assertThat(svg("x"))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=")
        .endsWith("</svg>\n")
        .doesNotContain("style", "script", "href");
  }

  @Test
  void a_text_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> QrCode.svg("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String svg(String text) {
    return new String(QrCode.svg(text), StandardCharsets.UTF_8);
  }

  /** Draws the picture as a browser would, and holds it before a scanner. */
  private static String read(String svg) throws Exception {
    Matcher size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    int width = Integer.parseInt(size.group(1)) * PIXELS;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, WHITE);
    Matcher runs = RUN.matcher(svg);
    while (runs.find()) {
      int x = Integer.parseInt(runs.group(1)) * PIXELS;
      int y = Integer.parseInt(runs.group(2)) * PIXELS;
      for (int row = y; row < y + PIXELS; row++) {
        int from = row * width + x;
        Arrays.fill(pixels, from, from + Integer.parseInt(runs.group(3)) * PIXELS, 0);
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(width, width, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
