package org.wangge.server.footage;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.footage.FootageAccess;
import org.wangge.footage.Retrieval;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;

/** Footage over HTTP. */
public final class FootageHttp {
  private final FootageAccess access;

  FootageHttp(FootageAccess access) {
    this.access = access;
  }

  /** {@code POST /api/footage/retrievals}: puts on record what somebody looks at, and why. */
  public void retrieve(Context ctx) {
    Retrieval retrieval = access.retrieve(Callers.of(ctx), FootageRequests.retrieval(ctx));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", retrieval.id().toString());
    answer.put("cameras", retrieval.request().orderedCameras());
    answer.put("from", retrieval.request().span().from().toString());
    answer.put("to", retrieval.request().span().to().toString());
    answer.put("until", retrieval.until().toString());
    ctx.status(201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", answer);
  }
}
