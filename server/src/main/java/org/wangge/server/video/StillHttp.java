package org.wangge.server.video;

import io.javalin.http.Context;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Parameters;

/** Single pictures of cameras over HTTP. */
public final class StillHttp {
  /** Which instant the picture is of, whatever the clock in it shows. */
  private static final String OF_INSTANT = "Wangge-Still-At";

  private final StillDesk desk;

  StillHttp(StillDesk desk) {
    this.desk = desk;
  }

  /**
   * {@code GET /video/{id}/still?at=[&retrieval=]}: a JPEG; the same bytes for the same instant.
   */
  public void get(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at", "retrieval");
    StillDesk.Still still =
        desk.still(
            Callers.of(ctx),
            parameters.part("id"),
            parameters.instant("at"),
            parameters.uuid("retrieval").orElse(null));
    ctx.contentType("image/jpeg");
    ctx.header("Cache-Control", "private, no-store");
    ctx.header("Content-Disposition", "inline; filename=\"still.jpg\"");
    ctx.header(OF_INSTANT, still.at().toString());
    ctx.result(still.jpeg());
  }
}
