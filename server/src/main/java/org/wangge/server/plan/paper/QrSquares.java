package org.wangge.server.plan.paper;

import com.google.zxing.common.BitMatrix;

/** A code on paper. */
public final class QrSquares {
  private QrSquares() {}

  /** Row by row, neighbours in one rectangle: seams between squares would show on screens. */
  public static void draw(Canvas canvas, BitMatrix code, Frame frame) {
    double each = frame.width() / code.getWidth();
    canvas.fill(Tone.PAPER, frame);
    for (int row = 0; row < code.getHeight(); row++) {
      int from = 0;
      for (int column = 0; column <= code.getWidth(); column++) {
        boolean dark = column < code.getWidth() && code.get(column, row);
        if (!dark && column > from) {
          canvas.fill(
              Tone.INK,
              new Frame(
                  frame.x() + from * each,
                  frame.top() - (row + 1) * each,
                  (column - from) * each,
                  each));
        }
        if (!dark) {
          from = column + 1;
        }
      }
    }
  }
}
