package org.wangge.server.video;

import java.awt.Color;
import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Date and time in a corner of a picture, in dots five wide and seven high, so that they stand
 * still and can be read by people and by programs alike.
 */
final class DotClock {
  private static final String CHARACTERS = "0123456789-: ";

  /** A row of dots in each byte, the leftmost in bit 4; seven rows to a character. */
  private static final String[] ROWS = {
    "0e1113151911" + "0e",
    "040c04040404" + "0e",
    "0e1101020408" + "1f",
    "1f0204020111" + "0e",
    "02060a121f02" + "02",
    "1f101e010111" + "0e",
    "0608101e1111" + "0e",
    "1f0102040808" + "08",
    "0e11110e1111" + "0e",
    "0e11110f0102" + "0c",
    "0000001f0000" + "00",
    "000c0c000c0c" + "00",
    "000000000000" + "00",
  };

  private static final int DOT = 2;
  private static final int WIDE = 6;
  private static final int HIGH = 7;
  private static final int MARGIN = 12;

  private final DateTimeFormatter format;

  DotClock(ZoneId zone) {
    format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** Draws what a clock shows in the upper left corner. */
  void paint(Graphics2D canvas, Instant shown) {
    String text = format.format(shown);
    canvas.setColor(new Color(0, 0, 0, 115));
    canvas.fillRect(MARGIN - 6, MARGIN - 6, text.length() * WIDE * DOT + 10, HIGH * DOT + 12);
    canvas.setColor(Color.WHITE);
    for (int i = 0; i < text.length(); i++) {
      dots(canvas, MARGIN + i * WIDE * DOT, ROWS[CHARACTERS.indexOf(text.charAt(i))]);
    }
  }

  private static void dots(Graphics2D canvas, int left, String rows) {
    for (int row = 0; row < HIGH; row++) {
      int bits = Integer.parseInt(rows, row * 2, row * 2 + 2, 16);
      for (int column = 0; column < WIDE - 1; column++) {
        if ((bits >> (WIDE - 2 - column) & 1) == 1) {
          canvas.fillRect(left + column * DOT, MARGIN + row * DOT, DOT, DOT);
        }
      }
    }
  }
}
