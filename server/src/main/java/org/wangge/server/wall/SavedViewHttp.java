package org.wangge.server.wall;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.wall.SavedViewRegister;
import org.wangge.wall.SavedViews;

/** The caller's own views of the wall over HTTP. */
public final class SavedViewHttp {
  private static final int LONGEST_BODY = 10_000;

  private final SavedViewRegister register;

  SavedViewHttp(SavedViewRegister register) {
    this.register = register;
  }

  /** {@code GET /api/wall/views}. */
  public void get(Context ctx) {
    Parameters.of(ctx);
    write(ctx, register.own(Callers.of(ctx)));
  }

  /** {@code PUT /api/wall/views} with {@code If-Match}. */
  public void put(Context ctx) {
    Parameters.of(ctx);
    int version = ETags.getIfMatch(ctx);
    write(ctx, register.keep(Callers.of(ctx), version, views(ctx)));
  }

  private static List<String> views(Context ctx) {
    List<String> views = new ArrayList<>();
    for (JsonNode one : JsonBody.of(Json.read(ctx, LONGEST_BODY), "views").getArray("views")) {
      if (!one.isTextual()) {
        throw new Malformed("views[" + views.size() + "]", "text-wanted", Map.of("name", "views"));
      }
      views.add(one.textValue());
    }
    return views;
  }

  private static void write(Context ctx, SavedViews own) {
    ETags.set(ctx, own.version());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", Map.of("version", own.version(), "views", own.views()));
  }
}
