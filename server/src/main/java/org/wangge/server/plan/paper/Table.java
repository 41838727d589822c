package org.wangge.server.plan.paper;

import java.util.List;
import org.wangge.server.plan.paper.Canvas.Align;

/**
 * A table drawn row by row, its cells cut to their columns.
 *
 * @param columns from the left
 * @param size of its text in millimetres
 */
public record Table(List<Column> columns, double size) {
  private static final double ROW = 1.75;
  private static final double PAD = 0.35;

  /**
   * A column.
   *
   * @param title of it
   * @param share of the table's width, against those of the others
   * @param align of its cells
   */
  public record Column(String title, double share, Align align) {}

  public Table {
    columns = List.copyOf(columns);
  }

  public double rowHeight() {
    return ROW * size;
  }

  /** How many rows there is room for below the head. */
  public int rowsIn(double height) {
    return Math.max(0, (int) Math.floor(height / rowHeight() + 1e-9) - 1);
  }

  /** Draws the head and rows at the top of a frame. */
  public void draw(Canvas canvas, Frame frame, List<List<String>> rows) {
    double y = frame.top() - rowHeight();
    canvas.fill(Tone.SHADE, new Frame(frame.x(), y, frame.width(), rowHeight()));
    row(canvas, frame, y, columns.stream().map(Column::title).toList());
    Pen hair = Pen.of(Tone.STREET, size * 0.05);
    for (List<String> cells : rows) {
      y -= rowHeight();
      row(canvas, frame, y, cells);
      canvas.line(hair, frame.x(), y, frame.right(), y);
    }
  }

  private void row(Canvas canvas, Frame frame, double y, List<String> cells) {
    double shares = columns.stream().mapToDouble(Column::share).sum();
    double x = frame.x();
    double pad = PAD * size;
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      double width = frame.width() * column.share() / shares;
      String text = canvas.fitted(cells.get(i), size, width - 2 * pad);
      double at = column.align() == Align.RIGHT ? x + width - pad : x + pad;
      canvas.text(text, size, Tone.INK, column.align(), at, y + 0.45 * size);
      x += width;
    }
  }
}
