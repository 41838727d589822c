package org.wangge.server.incident;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.ChannelTokens;
import org.wangge.incident.Incident;
import org.wangge.incident.Intake;
import org.wangge.incident.Receipt;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.duplicate.DuplicateRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.people.RevealRequests;

/** Reports over HTTP: anyone may send one, and follow it with the token it got. */
public final class ReportHttp {
  private static final int A_MINUTE = 30;
  private static final String TOKEN = "Wangge-Report-Token";

  private final Intake intake;
  private final ReportRegister told;
  private final DuplicateRegister duplicates;
  private final ChannelTokens channels;
  private final BiFunction<Caller, String, Optional<LatticePoint>> addresses;
  private final Supplier<String> tokens;
  private final RateLimit limit = new RateLimit(A_MINUTE);
  private final RateLimit reveals = new RateLimit(A_MINUTE);

  ReportHttp(
      Intake intake,
      ReportRegister told,
      DuplicateRegister duplicates,
      ChannelTokens channels,
      BiFunction<Caller, String, Optional<LatticePoint>> addresses,
      Supplier<String> tokens) {
    this.intake = intake;
    this.told = told;
    this.duplicates = duplicates;
    this.channels = channels;
    this.addresses = addresses;
    this.tokens = tokens;
  }

  /** {@code POST /api/reports}. */
  public void take(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.account().equals("anonymous")) {
      limit.count(ctx);
    }
    IncidentRequests.Told given = IncidentRequests.report(ctx, caller, tokens, addresses);
    Channel channel = channels.channel(caller, given.channel()).orElse(Channel.RESIDENT_PAGE);
    Receipt receipt = intake.take(caller, given.over(channel), given.reporter(), given.enclosed());
    ctx.status(receipt.isNew() ? 201 : 200);
    Json.write(ctx, "application/json", IncidentJson.receipt(receipt));
  }

  /**
   * {@code GET /api/reports/own}: how far the report has come whose token stands in the header. Not
   * in the address, which ends up in logs, histories and what people copy.
   */
  public void follow(Context ctx) {
    Parameters.of(ctx);
    String token = token(ctx);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", followed(Callers.of(ctx), intake.follow(token)));
  }

  /** Whoever reported what others had reported is told how that stands, under their own number. */
  private Map<String, @Nullable Object> followed(Caller caller, Incident own) {
    Incident leading = duplicates.leading(caller, own);
    Map<String, @Nullable Object> json = IncidentJson.followed(leading);
    json.put("number", own.number());
    json.put("reportedAt", own.reportedAt().toString());
    json.put("goesOnAs", leading.id().equals(own.id()) ? null : leading.number());
    return json;
  }

  private static String token(Context ctx) {
    String token = Optional.ofNullable(ctx.header(TOKEN)).orElse("");
    if (token.isEmpty()) {
      throw new Malformed(TOKEN, "header-missing", Map.of("name", TOKEN));
    }
    return token;
  }

  /** {@code GET /api/incidents/{id}/reports}. */
  public void list(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(
        ctx,
        "application/json",
        Map.of("reports", told.list(Callers.of(ctx), id).stream().map(ReportJson::seen).toList()));
  }

  /** {@code POST /api/incidents/{id}/reveals}. */
  public void reveal(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Caller caller = Callers.of(ctx);
    reveals.count(caller.account());
    RevealRequests.OfReporter request = RevealRequests.ofReporter(ctx);
    String value = told.reveal(caller, id, request.report(), request.field(), request.why());
    Json.write(ctx, "application/json", Map.of("field", request.field().member(), "value", value));
  }

  /** {@code POST /api/incidents/{id}/erasure}, with {@code If-Match}. */
  public void erase(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    told.erase(Callers.of(ctx), id, ETags.getIfMatch(ctx));
    ctx.status(204);
  }

  /** {@code POST /api/reports/own/erasure}: by whoever has its token, in the same header. */
  public void eraseOwn(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      limit.count(ctx);
    }
    told.eraseOwn(caller, token(ctx));
    ctx.status(204);
  }
}
