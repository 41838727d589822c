package org.wangge.server.plan.paper;

import java.awt.Color;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.server.plan.paper.Canvas.Align;

/** The map on the sheet of a plan: what stands there, borders old and new, codes. */
final class PlanMapPart {
  private static final double KEPT_LINE = 0.3;
  private static final double OLD_LINE = 0.45;
  private static final double NEW_LINE = 0.65;
  private static final double LARGEST_LABEL = 4.2;
  private static final double SMALLEST_LABEL = 1.6;

  private final PlanPicture picture;
  private final PaperMap map;
  private final double unit;

  PlanMapPart(PlanPicture picture, Frame frame, double unit) {
    this.picture = picture;
    this.map = PaperMap.of(box(picture), frame);
    this.unit = unit;
  }

  private static LatticeBox box(PlanPicture picture) {
    return picture.grids().stream()
        .flatMap(row -> row.area().shape().stream())
        .map(LatticeShape::bounds)
        .reduce(LatticeBox::union)
        .orElseThrow();
  }

  PaperMap map() {
    return map;
  }

  static Pen kept(double unit) {
    return Pen.of(Tone.KEPT, KEPT_LINE * unit);
  }

  static Pen old(double unit) {
    return Pen.dashed(Tone.OLD, OLD_LINE * unit);
  }

  static Pen fresh(double unit) {
    return Pen.of(Tone.NEW, NEW_LINE * unit);
  }

  void draw(Canvas canvas) {
    CoordinateGrid lines = new CoordinateGrid(map, picture.system(), unit);
    canvas.within(map.frame(), () -> picture.around().draw(canvas, map, unit));
    lines.draw(canvas);
    canvas.within(
        map.frame(),
        () -> {
          borders(canvas);
          picture.grids().forEach(row -> label(canvas, row));
        });
    canvas.box(Pen.of(Tone.INK, 0.35 * unit), map.frame());
  }

  private void borders(Canvas canvas) {
    List<GridRow> grids = picture.grids();
    grids.stream()
        .filter(row -> row.change() == GridRow.Change.KEPT)
        .forEach(row -> canvas.stroke(kept(unit), shape(row)));
    grids.stream()
        .filter(row -> row.change().isNew())
        .forEach(row -> canvas.stroke(fresh(unit), shape(row)));
    // Over the new ones, so that a border that is old and new shows both.
    picture.oldBorders().forEach(shape -> canvas.stroke(old(unit), map.onPage(shape)));
  }

  private Geometry shape(GridRow row) {
    return map.onPage(row.area().shape().orElseThrow());
  }

  private void label(Canvas canvas, GridRow row) {
    LatticeShape shape = row.area().shape().orElseThrow();
    Envelope room = map.onPage(shape).getEnvelopeInternal();
    String end = picture.endOf(row.area().code());
    double most = Math.min(room.getWidth(), room.getHeight()) / (end.length() + 1);
    double size = Math.max(SMALLEST_LABEL, Math.min(LARGEST_LABEL * unit, most));
    Coordinate at = map.onPage(shape.labelPoint());
    boolean ends = row.change() == GridRow.Change.RETIRED;
    // The grids that come of one that ends stand around its middle: its code goes above them.
    double y = ends ? room.getMaxY() - 2 * size : at.y - size * 0.35;
    String text = ends ? "(" + end + ")" : end;
    double width = canvas.width(text, size);
    canvas.fill(
        Tone.PAPER,
        new Frame(at.x - width / 2 - 0.2 * size, y - 0.25 * size, width + 0.4 * size, 1.25 * size));
    canvas.text(text, size, color(row), Align.MIDDLE, at.x, y);
    if (ends) {
      double middle = y + 0.32 * size;
      canvas.line(
          Pen.of(Tone.OLD, 0.06 * size), at.x - width / 2, middle, at.x + width / 2, middle);
    }
  }

  private static Color color(GridRow row) {
    if (row.change() == GridRow.Change.RETIRED) {
      return Tone.OLD;
    }
    return row.change().isNew() ? Tone.NEW : Tone.INK;
  }
}
