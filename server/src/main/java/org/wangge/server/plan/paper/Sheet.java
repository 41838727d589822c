package org.wangge.server.plan.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.wangge.server.http.Language;

/** A document in the making: pages, each with its canvas. To be closed. For one thread. */
public final class Sheet implements AutoCloseable {
  private final PDDocument document = new PDDocument();
  private final ChineseFace face;
  private final List<Canvas> canvases = new ArrayList<>();

  public Sheet(String title, Language language, long madeAtMillis) {
    this.face = ChineseFace.in(document);
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setCreator("Wangge");
    Calendar made = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(madeAtMillis);
    information.setCreationDate(made);
    document.getDocumentCatalog().setLanguage(language == Language.ZH ? "zh-CN" : "en");
  }

  /** A new page. */
  public Canvas page(double widthMillimeters, double heightMillimeters) {
    PDPage page =
        new PDPage(
            new PDRectangle(
                (float) (widthMillimeters * Canvas.POINTS),
                (float) (heightMillimeters * Canvas.POINTS)));
    document.addPage(page);
    Canvas canvas = new Canvas(document, page, face);
    canvases.add(canvas);
    return canvas;
  }

  public int pages() {
    return canvases.size();
  }

  public Canvas canvas(int page) {
    return canvases.get(page);
  }

  /** Finishes all pages and writes the document. */
  public void write(OutputStream out) throws IOException {
    for (Canvas canvas : canvases) {
      canvas.finish();
    }
    document.save(out);
  }

  @Override
  public void close() {
    try {
      document.close();
      face.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of one that could not be drawn: its pages are open still. */
  public void abandon() {
    canvases.forEach(Canvas::finish);
    close();
  }
}
