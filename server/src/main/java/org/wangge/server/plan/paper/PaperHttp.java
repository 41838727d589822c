package org.wangge.server.plan.paper;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.WebServer;

/** Plans and grids on paper, over HTTP. */
public final class PaperHttp {
  private static final String PDF = "application/pdf";

  private final PaperDesk desk;
  private final ZoneId zone;

  PaperHttp(PaperDesk desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  /** {@code GET /api/plans/{id}/sheet.pdf?size=&crs=&lang=}. */
  public void plan(Context ctx) {
    PaperRequests.PlanRequest request = PaperRequests.plan(ctx);
    desk.inTurn(
        () -> {
          PlanPicture picture = desk.plan(Callers.of(ctx), request.plan(), request.system());
          Words words = new Words(request.language(), zone);
          try (Sheet sheet = PlanSheet.draw(words, picture, request.size())) {
            send(ctx, sheet, "wangge-plan-" + request.plan() + "-" + request.size() + ".pdf");
          }
        });
  }

  /** {@code GET /api/grids/{code}/notice.pdf?size=&lang=}. */
  public void notice(Context ctx) {
    PaperRequests.NoticeRequest request = PaperRequests.notice(ctx);
    desk.inTurn(
        () -> {
          Arrival arrival = Arrival.of(ctx);
          String address =
              (arrival.isSecure() ? "https://" : "http://")
                  + arrival.host()
                  + "/grid/"
                  + request.code();
          NoticePicture picture = desk.notice(Callers.of(ctx), request.code(), address);
          Words words = new Words(request.language(), zone);
          try (Sheet sheet = NoticeSheet.draw(words, picture, request.size())) {
            send(ctx, sheet, "wangge-grid-" + picture.grid().code() + ".pdf");
          }
        });
  }

  /** All is drawn by now: what can be refused was, before the first byte. */
  private static void send(Context ctx, Sheet sheet, String name) {
    ctx.contentType(PDF);
    ctx.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    WebServer.secure(ctx);
    try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
      sheet.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
