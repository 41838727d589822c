package org.wangge.server.plan.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A page to draw on, in millimetres from its lower left corner. For one thread. */
public final class Canvas {
  /** Points of a millimetre. */
  static final double POINTS = 72 / 25.4;

  private static final double ELLIPSIS_ROOM = 1e-6;

  private final PDPageContentStream out;
  private final ChineseFace face;

  Canvas(PDDocument document, PDPage page, ChineseFace face) {
    this.face = face;
    try {
      out = new PDPageContentStream(document, page);
      out.setLineJoinStyle(1);
      out.setLineCapStyle(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that writes to the page. */
  @FunctionalInterface
  private interface Strokes {
    void draw() throws IOException;
  }

  private void draw(Strokes strokes) {
    try {
      strokes.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float points(double millimeters) {
    return (float) (millimeters * POINTS);
  }

  void finish() {
    draw(out::close);
  }

  public void line(Pen pen, double x1, double y1, double x2, double y2) {
    draw(
        () -> {
          use(pen);
          out.moveTo(points(x1), points(y1));
          out.lineTo(points(x2), points(y2));
          out.stroke();
        });
  }

  private void use(Pen pen) throws IOException {
    out.setStrokingColor(pen.color());
    out.setLineWidth(points(pen.millimeters()));
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = points(pen.dashes().get(i));
    }
    out.setLineDashPattern(dashes, 0);
  }

  public void box(Pen pen, Frame frame) {
    draw(
        () -> {
          use(pen);
          rectangle(frame);
          out.stroke();
        });
  }

  public void fill(Color color, Frame frame) {
    draw(
        () -> {
          out.setNonStrokingColor(color);
          rectangle(frame);
          out.fill();
        });
  }

  private void rectangle(Frame frame) throws IOException {
    out.addRect(
        points(frame.x()), points(frame.y()), points(frame.width()), points(frame.height()));
  }

  /** The outline of a geometry that is in millimetres of the page. */
  void stroke(Pen pen, Geometry geometry) {
    draw(
        () -> {
          use(pen);
          path(geometry);
          out.stroke();
        });
  }

  /** The inside of a geometry that is in millimetres of the page. */
  void fill(Color color, Geometry geometry) {
    draw(
        () -> {
          out.setNonStrokingColor(color);
          path(geometry);
          out.fillEvenOdd();
        });
  }

  private void path(Geometry geometry) throws IOException {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), true);
        }
      } else if (part instanceof LineString line) {
        ring(line, false);
      }
    }
  }

  private void ring(LineString line, boolean closed) throws IOException {
    Coordinate[] places = line.getCoordinates();
    int count = closed ? places.length - 1 : places.length;
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        out.moveTo(points(places[i].x), points(places[i].y));
      } else {
        out.lineTo(points(places[i].x), points(places[i].y));
      }
    }
    if (closed) {
      out.closePath();
    }
  }

  /** Draws with nothing showing beyond a frame. */
  void within(Frame frame, Runnable drawing) {
    draw(
        () -> {
          out.saveGraphicsState();
          rectangle(frame);
          out.clip();
        });
    drawing.run();
    draw(out::restoreGraphicsState);
  }

  /** Where a text stands to its place. */
  public enum Align {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** Writes a line of text; its place is on its base line. */
  public void text(String text, double size, Color color, Align align, double x, double y) {
    text(text, size, color, align, x, y, 0);
  }

  /** The same, turned counter-clockwise. */
  void text(
      String text, double size, Color color, Align align, double x, double y, double degrees) {
    String printable = face.printable(text);
    if (printable.isBlank()) {
      return;
    }
    double width = face.width(printable, size);
    double back = align == Align.LEFT ? 0 : align == Align.MIDDLE ? width / 2 : width;
    double turn = Math.toRadians(degrees);
    draw(
        () -> {
          out.beginText();
          out.setFont(face.font(), points(size));
          out.setNonStrokingColor(color);
          out.setTextMatrix(
              Matrix.getRotateInstance(
                  turn, points(x - back * Math.cos(turn)), points(y - back * Math.sin(turn))));
          out.showText(printable);
          out.endText();
        });
  }

  /** Width of a text. */
  public double width(String text, double size) {
    return face.width(face.printable(text), size);
  }

  /** The text, its end replaced by an ellipsis where it would be wider. */
  public String fitted(String text, double size, double most) {
    String printable = face.printable(text);
    if (face.width(printable, size) <= most + ELLIPSIS_ROOM) {
      return printable;
    }
    int[] characters = printable.codePoints().toArray();
    for (int count = characters.length - 1; count > 0; count--) {
      String shorter = new String(characters, 0, count) + "…";
      if (face.width(shorter, size) <= most) {
        return shorter;
      }
    }
    return "…";
  }
}
