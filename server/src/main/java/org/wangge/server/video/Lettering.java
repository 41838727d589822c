package org.wangge.server.video;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Text as outlines, in the face that the program brings. Java2D alone can write nothing on a
 * machine without fonts.
 */
final class Lettering {
  private static final String RESOURCE = "/fonts/wqy-microhei.ttc";
  private static final String NAME = "WenQuanYiMicroHei";

  private Lettering() {}

  /**
   * The outlines of texts of one line each, with their left ends and base lines at 0. Reads the
   * face, which takes some tens of milliseconds: what is written often is kept.
   *
   * @param pixels size of the face
   */
  static GeneralPath[] of(double pixels, String... texts) {
    try (InputStream in = Lettering.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + RESOURCE);
      }
      try (TrueTypeCollection collection = new TrueTypeCollection(in)) {
        TrueTypeFont face = collection.getFontByName(NAME);
        GeneralPath[] lines = new GeneralPath[texts.length];
        for (int i = 0; i < texts.length; i++) {
          lines[i] = line(face, texts[i], pixels);
        }
        return lines;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GeneralPath line(TrueTypeFont face, String text, double pixels)
      throws IOException {
    CmapLookup glyphs = face.getUnicodeCmapLookup();
    double scale = pixels / face.getUnitsPerEm();
    GeneralPath line = new GeneralPath();
    double right = 0;
    for (int character : text.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(character);
      AffineTransform place = AffineTransform.getTranslateInstance(right, 0);
      place.scale(scale, -scale);
      var data = face.getGlyph().getGlyph(glyph);
      if (data != null) {
        line.append(data.getPath().getPathIterator(place), false);
      }
      right += face.getAdvanceWidth(glyph) * scale;
    }
    return line;
  }
}
