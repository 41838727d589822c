package org.wangge.server.incident;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.incident.Intake;
import org.wangge.incident.Receipt;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;

/** Reports over HTTP: anyone may send one, and follow it with the token it got. */
public final class ReportHttp {
  private static final int A_MINUTE = 30;
  private static final String TOKEN = "Wangge-Report-Token";

  private final Intake intake;
  private final Supplier<String> tokens;
  private final RateLimit limit = new RateLimit(A_MINUTE);

  ReportHttp(Intake intake, Supplier<String> tokens) {
    this.intake = intake;
    this.tokens = tokens;
  }

  /** {@code POST /api/reports}. */
  public void take(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.account().equals("anonymous")) {
      limit.count(ctx);
    }
    Receipt receipt = intake.take(caller, IncidentRequests.report(ctx, caller, tokens));
    ctx.status(receipt.isNew() ? 201 : 200);
    Json.write(ctx, "application/json", IncidentJson.receipt(receipt));
  }

  /**
   * {@code GET /api/reports/own}: how far the report has come whose token stands in the header. Not
   * in the address, which ends up in logs, histories and what people copy.
   */
  public void follow(Context ctx) {
    Parameters.of(ctx);
    String token = Optional.ofNullable(ctx.header(TOKEN)).orElse("");
    if (token.isEmpty()) {
      throw new Malformed(TOKEN, "header-missing", Map.of("name", TOKEN));
    }
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", IncidentJson.followed(intake.follow(token)));
  }
}
