package org.wangge.server.importing;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.Invalid;
import org.wangge.grid.AreaFinding;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.SteadyBody;

/**
 * {@code POST /api/imports/areas}: a file as the body, or as the parts {@code file} and {@code
 * outline} of a form; what to do with it in the address ({@link ImportWords}). Answers the report
 * as JSON, or as lines to whoever accepts {@code text/plain}.
 */
public final class ImportHttp {
  private static final String FILE = "file";
  private static final String OUTLINE = "outline";

  private final AreaImporter importer;

  public ImportHttp(AreaImporter importer) {
    this.importer = importer;
  }

  /**
   * Imports areas.
   *
   * @throws Invalid when nothing was loaded: with the place in the file, where it could not be used
   *     at all; with the report, where a record was refused and the caller wanted all or nothing
   */
  public void areas(Context ctx) {
    List<String> known = new ArrayList<>(ImportWords.words());
    known.add(FILE);
    Parameters parameters = Parameters.of(ctx, known.toArray(String[]::new));
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : ImportWords.words()) {
      parameters.text(word).ifPresent(value -> words.put(word, value));
    }
    ImportOptions options = ImportWords.options(words);
    ImportReport report =
        ctx.isMultipartFormData()
            ? runForm(ctx, options)
            : run(ctx, options, SteadyBody.of(ctx), parameters.text(FILE).orElse("body"));
    answer(ctx, report);
  }

  private ImportReport run(Context ctx, ImportOptions options, InputStream body, String name) {
    return importer.run(
        Callers.of(ctx), options, new ImportSource(baseName(name), body), Optional.empty());
  }

  private ImportReport runForm(Context ctx, ImportOptions options) {
    UploadedFile file = ctx.uploadedFile(FILE);
    UploadedFile outline = ctx.uploadedFile(OUTLINE);
    if (file == null) {
      throw new Malformed(FILE, "file-part-missing", Map.of());
    }
    try (InputStream main = file.content();
        InputStream second = outline == null ? InputStream.nullInputStream() : outline.content()) {
      return importer.run(
          Callers.of(ctx),
          options,
          new ImportSource(baseName(file.filename()), main),
          Optional.ofNullable(outline)
              .map(part -> new ImportSource(baseName(part.filename()), second)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String baseName(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.isBlank() ? "body" : name;
  }

  private static void answer(Context ctx, ImportReport report) {
    Language language = Language.of(ctx);
    ImportTexts texts = ImportTexts.of(language.tag());
    boolean done =
        switch (report.outcome()) {
          case LOADED, CHECKED -> true;
          case REFUSED, STOPPED -> false;
        };
    ctx.header("Content-Language", language.tag());
    String accept = ctx.header("Accept");
    if (accept != null && accept.startsWith("text/plain")) {
      ctx.status(done ? 200 : 422);
      ctx.contentType("text/plain; charset=utf-8");
      String lines = String.join("\n", ImportReportText.of(report, texts)) + "\n";
      ctx.result(lines.getBytes(StandardCharsets.UTF_8));
    } else if (done) {
      Json.write(ctx, "application/json", ImportReportJson.of(report, texts));
    } else {
      throw refusal(report, texts);
    }
  }

  private static Invalid refusal(ImportReport report, ImportTexts texts) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (report.stop().isEmpty()) {
      details.put("refused", report.counts().refused());
      details.put("report", ImportReportJson.of(report, texts));
      return new Invalid(FILE, "import-refused", details);
    }
    AreaFinding stop = report.stop().get();
    details.putAll(stop.details());
    if (stop.place().record() > 0) {
      details.put("record", stop.place().record());
    }
    if (stop.place().line() > 0) {
      details.put("line", stop.place().line());
    }
    if (stop.place().byteOffset() >= 0) {
      details.put("byteOffset", stop.place().byteOffset());
    }
    details.put("read", report.counts().read());
    return new Invalid(FILE, stop.problem(), details);
  }
}
