package org.wangge.server.plan.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The face that everything on paper is written in: the one that the program brings for pictures
 * too. Of it a document gets the characters it uses. For one document and one thread.
 */
final class ChineseFace implements AutoCloseable {
  private static final String RESOURCE = "/fonts/wqy-microhei.ttc";
  private static final String NAME = "WenQuanYiMicroHei";
  private static final int UNITS_OF_WIDTH = 1000;
  private static final String MISSING = "□";

  private final TrueTypeCollection collection;
  private final CmapLookup glyphs;
  private final PDType0Font font;

  private ChineseFace(TrueTypeCollection collection, CmapLookup glyphs, PDType0Font font) {
    this.collection = collection;
    this.glyphs = glyphs;
    this.font = font;
  }

  static ChineseFace in(PDDocument document) {
    try (InputStream in = ChineseFace.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + RESOURCE);
      }
      TrueTypeCollection collection = new TrueTypeCollection(in);
      TrueTypeFont face = collection.getFontByName(NAME);
      return new ChineseFace(
          collection, face.getUnicodeCmapLookup(), PDType0Font.load(document, face, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The text with a box for each character that the face does not have. */
  String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            one -> {
              if (Character.isISOControl(one)) {
                printable.append(' ');
              } else if (glyphs.getGlyphId(one) == 0) {
                printable.append(MISSING);
              } else {
                printable.appendCodePoint(one);
              }
            });
    return printable.toString();
  }

  /** Width of a printable text, in its size. */
  double width(String text, double size) {
    try {
      return font.getStringWidth(text) / UNITS_OF_WIDTH * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    collection.close();
  }
}
