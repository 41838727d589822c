package org.wangge.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wangge.campaign.Hazard;
import org.wangge.campaign.HazardRegister;
import org.wangge.server.http.QrCode;
import org.wangge.server.plan.paper.Canvas;
import org.wangge.server.plan.paper.Canvas.Align;
import org.wangge.server.plan.paper.Frame;
import org.wangge.server.plan.paper.PaperSize;
import org.wangge.server.plan.paper.Pen;
import org.wangge.server.plan.paper.QrSquares;
import org.wangge.server.plan.paper.Sheet;
import org.wangge.server.plan.paper.Tone;

/**
 * 整改通知书: what was found behind a door, until when it is to be put right, and a code that leads
 * whoever looks again to it; on A4, with boxes to sign.
 */
final class RectificationNotice {
  private static final double WIDTH = PaperSize.A4.shortMillimeters();
  private static final double HEIGHT = PaperSize.A4.longMillimeters();
  private static final double EDGE = 20;
  private static final double TEXT = 4.6;
  private static final double LINE = 10.5;
  private static final double LABEL = 42;
  private static final double QR = 44;
  private static final double SIGN = 26;

  private final CampaignWords words;
  private final HazardRegister.Seen seen;
  private final Canvas canvas;

  private RectificationNotice(Printed printed, Canvas canvas) {
    this.words = printed.words();
    this.seen = printed.seen();
    this.canvas = canvas;
  }

  /**
   * What is printed.
   *
   * @param words in which language
   * @param seen the hazard
   * @param grid what its grid is called
   * @param address where the code leads
   * @param at when it is printed
   */
  record Printed(
      CampaignWords words, HazardRegister.Seen seen, String grid, String address, Instant at) {}

  /** Draws it; the sheet is the caller's to write and close. */
  static Sheet draw(Printed printed) {
    CampaignWords words = printed.words();
    Sheet sheet =
        new Sheet(words.of("campaign.notice"), words.language(), printed.at().toEpochMilli());
    boolean drawn = false;
    try {
      new RectificationNotice(printed, sheet.page(WIDTH, HEIGHT)).all(printed);
      drawn = true;
      return sheet;
    } finally {
      if (!drawn) {
        sheet.abandon();
      }
    }
  }

  private void all(Printed printed) {
    Hazard hazard = seen.hazard();
    canvas.box(Pen.of(Tone.INK, 0.6), new Frame(0, 0, WIDTH, HEIGHT).inset(EDGE / 2));
    double y = HEIGHT - 38;
    canvas.text(words.of("campaign.notice"), 11, Tone.INK, Align.MIDDLE, WIDTH / 2, y);
    String number =
        words.of(
            "campaign.notice-number", Map.of("campaign", hazard.campaign(), "hazard", hazard.id()));
    canvas.text(number, 3.6, Tone.FAINT, Align.MIDDLE, WIDTH / 2, y - 9);
    if (seen.campaign().plan().generated()) {
      canvas.text(words.of("campaign.generated"), 4, Tone.NEW, Align.MIDDLE, WIDTH / 2, y - 16);
    }
    y -= 28;
    y = line(y, "campaign.title", seen.campaign().plan().title());
    y = line(y, "campaign.grid", printed.grid());
    y = line(y, "campaign.door", hazard.spot().building() + " " + hazard.spot().door());
    y = line(y, "campaign.hazard", seen.question().text());
    y = line(y, "campaign.found-at", words.day(hazard.found().at()));
    y = line(y, "campaign.due-at", words.day(hazard.due()));
    for (String part : List.of("campaign.ask", "campaign.ask-more")) {
      canvas.text(words.of(part), 4.2, Tone.INK, Align.LEFT, EDGE, y - 4);
      y -= 8;
    }
    code(printed);
    sign();
  }

  private double line(double y, String label, String value) {
    canvas.text(words.of(label), TEXT, Tone.FAINT, Align.LEFT, EDGE, y);
    double room = WIDTH - 2 * EDGE - LABEL;
    canvas.text(canvas.fitted(value, TEXT, room), TEXT, Tone.INK, Align.LEFT, EDGE + LABEL, y);
    canvas.line(Pen.of(Tone.STREET, 0.2), EDGE, y - 3.4, WIDTH - EDGE, y - 3.4);
    return y - LINE;
  }

  private void code(Printed printed) {
    double y = EDGE + SIGN + 12;
    QrSquares.draw(
        canvas, QrCode.squares(printed.address()), new Frame(WIDTH - EDGE - QR, y, QR, QR));
    canvas.text(words.of("campaign.scan"), 4, Tone.INK, Align.LEFT, EDGE, y + 26);
    double room = WIDTH - 2 * EDGE - QR - 4;
    canvas.text(canvas.fitted(printed.address(), 3, room), 3, Tone.FAINT, Align.LEFT, EDGE, y + 19);
    String at = words.of("campaign.printed", Map.of("at", words.minute(printed.at())));
    canvas.text(at, 3, Tone.FAINT, Align.LEFT, EDGE, y + 13);
  }

  private void sign() {
    double width = (WIDTH - 2 * EDGE) / 2;
    for (int i = 0; i < 2; i++) {
      Frame box = new Frame(EDGE + i * width, EDGE, width, SIGN);
      canvas.box(Pen.of(Tone.INK, 0.2), box);
      String who = words.of(i == 0 ? "campaign.sign.household" : "campaign.sign.checker");
      canvas.text(who, 3.4, Tone.INK, Align.LEFT, box.x() + 2, box.top() - 5);
    }
  }
}
