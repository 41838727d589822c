package org.wangge.server.figure;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.figure.FigureRegister;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Filter;
import org.wangge.figure.Question;
import org.wangge.server.http.Callers;
import org.wangge.server.http.WebServer;
import org.wangge.server.plan.impact.SheetFiles;
import org.wangge.server.plan.impact.SheetRow;
import org.wangge.server.plan.paper.Sheet;

/** Figures as files and on paper, over HTTP. */
public final class FigureFileHttp {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final FigureRegister register;
  private final Fieldwork fieldwork;
  private final FigureNames names;
  private final FigureRequests requests;
  private final BooleanSupplier generated;
  private final ZoneId zone;
  private final Clock clock;

  FigureFileHttp(
      FigureRegister register,
      Fieldwork fieldwork,
      FigureNames names,
      FigureRequests requests,
      BooleanSupplier generated,
      ZoneId zone,
      Clock clock) {
    this.register = register;
    this.fieldwork = fieldwork;
    this.names = names;
    this.requests = requests;
    this.generated = generated;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/kpi/table.csv}. */
  public void csv(Context ctx) {
    file(ctx, "csv", "text/csv; charset=utf-8", SheetFiles::writeCsv);
  }

  /** {@code GET /api/kpi/table.xlsx}. */
  public void xlsx(Context ctx) {
    file(ctx, "xlsx", XLSX, SheetFiles::writeXlsx);
  }

  /** Writes tables as a file. */
  @FunctionalInterface
  private interface Writer {
    void write(OutputStream out, Map<String, List<SheetRow>> tables) throws IOException;
  }

  /** What is written, with the names of its groups. */
  private record Named(
      FigureWords words, FigureTable table, List<String> names, FieldworkCells fieldwork) {}

  private Named named(Context ctx) {
    FigureRequests.FileRequest request = requests.file(ctx, clock.instant());
    Caller caller = Callers.of(ctx);
    FigureTable table = register.table(caller, request.question());
    FigureWords words = new FigureWords(request.language());
    Function<FigureTable.Group, FigureNames.@Nullable Name> known =
        names.of(caller, table.question().by(), table.groups());
    List<String> all =
        table.groups().stream()
            .map(
                group ->
                    Optional.ofNullable(known.apply(group))
                        .map(name -> name.in(request.language()))
                        .orElseGet(() -> words.unnamed(table.question().by(), group.key())))
            .toList();
    return new Named(words, table, all, new FieldworkCells(words, fieldworkOf(caller, table)));
  }

  /** Patrols and visits know areas of the tree and nothing that cases are narrowed by. */
  private Fieldwork.Shares fieldworkOf(Caller caller, FigureTable table) {
    Question question = table.question();
    String area = question.filter().area();
    Filter ofArea = new Filter(area, null, null, null, null, null);
    return question.by().isOfTree() && question.filter().equals(ofArea)
        ? fieldwork.of(
            caller,
            area,
            table.span(),
            table.groups().stream().map(FigureTable.Group::key).toList())
        : Fieldwork.Shares.NONE;
  }

  private void file(Context ctx, String ending, String type, Writer writer) {
    Named named = named(ctx);
    Map<String, List<SheetRow>> tables =
        new FigureSheets(named.words(), named.table(), named.fieldwork()).tables(named.names());
    send(ctx, type, "attachment", ending, named, out -> writer.write(out, tables));
  }

  /** {@code GET /api/kpi/sheet.pdf}: who is graded how. */
  public void sheet(Context ctx) {
    Named named = named(ctx);
    List<FigureTable.Step> chain = named.table().chain();
    String place =
        chain.isEmpty()
            ? named.words().of("figures.everywhere")
            : chain.get(chain.size() - 1).name().orElse(chain.get(chain.size() - 1).code());
    try (Sheet sheet =
        AppraisalSheet.draw(
            new AppraisalSheet.Printed(
                named.words(),
                named.table(),
                named.names(),
                named.fieldwork(),
                place,
                generated.getAsBoolean(),
                zone,
                clock.instant()))) {
      send(ctx, "application/pdf", "inline", "pdf", named, sheet::write);
    }
  }

  /** What writes a body. */
  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static void send(
      Context ctx, String type, String how, String ending, Named named, Body body) {
    ctx.contentType(type);
    ctx.header(
        "Content-Disposition",
        how
            + "; filename=\"wangge-figures-"
            + named.table().question().period().firstDay()
            + "."
            + ending
            + "\"");
    WebServer.secure(ctx);
    try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
