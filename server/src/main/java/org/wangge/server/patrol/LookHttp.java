package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookQuery;
import org.wangge.patrol.LookStore.Seen;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Csv;
import org.wangge.server.http.Json;
import org.wangge.server.http.WebServer;

/** Who looked at the caller's own positions, over HTTP. */
public final class LookHttp {
  private static final int EXPORT_PAGE = 1_000;

  private final LookBook book;
  private final PersonNames names;
  private final int keptDays;
  private final Clock clock;

  LookHttp(LookBook book, PersonNames names, int keptDays, Clock clock) {
    this.book = book;
    this.names = names;
    this.keptDays = keptDays;
    this.clock = clock;
  }

  /** {@code GET /api/account/looks}: what began last first. */
  public void list(Context ctx) {
    LookQuery query = LookRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<Seen> found = book.listOwn(caller, query);
    boolean more = found.size() == query.limit();
    List<Seen> page = more ? found.subList(0, found.size() - 1) : found;
    Map<String, Shown> known = namesOf(caller, page);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("asOf", clock.instant().toString());
    answer.put("staffCode", caller.staffCode().orElse(null));
    answer.put("keptDays", keptDays);
    answer.put("looks", page.stream().map(one -> LookJson.look(one, known)).toList());
    answer.put("next", more ? page.get(page.size() - 1).look().id().toString() : null);
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /api/account/looks/export}: all that match, as a table, streamed. */
  public void export(Context ctx) {
    LookQuery query = LookRequests.export(ctx, EXPORT_PAGE);
    Caller caller = Callers.of(ctx);
    List<Seen> page = book.listOwn(caller, query);
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header("Content-Disposition", "attachment; filename=\"wangge-looks.csv\"");
    WebServer.secure(ctx);
    try {
      OutputStream out = ctx.outputStream();
      write(out, Csv.BYTE_ORDER_MARK + Csv.line(LookJson.COLUMNS));
      while (!page.isEmpty()) {
        Map<String, Shown> known = namesOf(caller, page);
        for (Seen one : page) {
          write(out, LookJson.line(one, known));
        }
        page =
            page.size() < EXPORT_PAGE
                ? List.of()
                : book.listOwn(caller, query.after(page.get(page.size() - 1).look().id()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Shown> namesOf(Caller caller, List<Seen> page) {
    return names.namesOf(
        caller,
        page.stream().map(one -> one.look().readerCode()).flatMap(Optional::stream).toList());
  }
}
