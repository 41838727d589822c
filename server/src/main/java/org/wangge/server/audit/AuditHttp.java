package org.wangge.server.audit;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Csv;
import org.wangge.server.http.Json;
import org.wangge.server.http.WebServer;

/** The record over HTTP. */
public final class AuditHttp {
  private static final int EXPORT_PAGE = 1_000;

  private final AuditDesk desk;
  private final Clock clock;

  AuditHttp(AuditDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** {@code GET /api/audit}: newest first. */
  public void list(Context ctx) {
    AuditRequests.ListRequest request = AuditRequests.list(ctx);
    List<StoredRecord> found = desk.list(Callers.of(ctx), request.filter(), request.pageSize() + 1);
    boolean more = found.size() > request.pageSize();
    List<StoredRecord> page = more ? found.subList(0, request.pageSize()) : found;
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("asOf", clock.instant().toString());
    answer.put("records", page.stream().map(AuditJson::record).toList());
    answer.put("next", more ? page.get(page.size() - 1).id().toString() : null);
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /api/audit/export?format=csv|jsonl}: all that match, newest first, streamed. */
  public void export(Context ctx) {
    AuditRequests.ExportRequest request = AuditRequests.export(ctx);
    Caller caller = Callers.of(ctx);
    List<StoredRecord> page = desk.list(caller, request.filter(), EXPORT_PAGE);
    boolean csv = request.format().equals("csv");
    ctx.contentType(csv ? "text/csv; charset=utf-8" : "application/x-ndjson");
    ctx.header(
        "Content-Disposition", "attachment; filename=\"wangge-audit." + request.format() + "\"");
    WebServer.secure(ctx);
    try {
      OutputStream out = ctx.outputStream();
      if (csv) {
        write(out, Csv.BYTE_ORDER_MARK + String.join(",", AuditJson.COLUMNS) + "\r\n");
      }
      while (!page.isEmpty()) {
        for (StoredRecord record : page) {
          write(out, csv ? AuditJson.line(record) : Json.text(AuditJson.record(record)) + "\n");
        }
        page =
            page.size() < EXPORT_PAGE
                ? List.of()
                : desk.list(
                    caller, request.filter().before(page.get(page.size() - 1).id()), EXPORT_PAGE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code GET /api/audit/anchor?day=&format=json|text}. */
  public void anchor(Context ctx) {
    AuditRequests.AnchorRequest request = AuditRequests.anchor(ctx);
    SignedHead head =
        desk.anchor(Callers.of(ctx), request.day())
            .orElseThrow(() -> new NotFound("anchor-unknown", Map.of()));
    if (request.format().equals("text")) {
      ctx.contentType("text/plain; charset=utf-8");
      ctx.result(AuditJson.anchorText(head, desk.publicKey()).getBytes(StandardCharsets.UTF_8));
    } else {
      Json.write(ctx, "application/json", AuditJson.anchor(head, desk.publicKey()));
    }
  }

  /** {@code POST /api/audit/verification?anchor=}: begins to verify the whole record. */
  public void verify(Context ctx) {
    ctx.status(202);
    Json.write(
        ctx,
        "application/json",
        AuditJson.progress(desk.verify(Callers.of(ctx), AuditRequests.verification(ctx))));
  }

  /** {@code GET /api/audit/verification}: how far it is, and what it found. */
  public void verification(Context ctx) {
    Json.write(ctx, "application/json", AuditJson.progress(desk.progress(Callers.of(ctx))));
  }
}
