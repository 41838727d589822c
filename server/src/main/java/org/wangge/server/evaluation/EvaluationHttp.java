package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.evaluation.EvaluationRegister;
import org.wangge.evaluation.Terms;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.incident.IncidentNames;

/** What reporters are asked and answer, over HTTP. */
public final class EvaluationHttp {
  private static final String JSON = "application/json";
  private static final int A_MINUTE = 30;

  private final EvaluationRegister register;
  private final IncidentNames names;
  private final RateLimit limit = new RateLimit(A_MINUTE);

  EvaluationHttp(EvaluationRegister register, IncidentNames names) {
    this.register = register;
    this.names = names;
  }

  /**
   * {@code GET /api/reports/own/evaluation}: what the holder of the token in the header is asked.
   */
  public void own(Context ctx) {
    Parameters.of(ctx);
    write(ctx, register.own(EvaluationRequests.token(ctx)));
  }

  /** {@code PUT /api/reports/own/evaluation} with {@code {score, words?}}. */
  public void rate(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      limit.count(ctx);
    }
    String token = EvaluationRequests.token(ctx);
    EvaluationRequests.Answer answer = EvaluationRequests.answer(ctx);
    write(ctx, Optional.of(register.rate(caller, token, answer.score(), answer.words())));
  }

  private static void write(Context ctx, Optional<EvaluationRegister.Own> own) {
    ctx.header("Cache-Control", "no-store");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("question", own.map(EvaluationJson::own).orElse(null));
    Json.write(ctx, JSON, json);
  }

  /** {@code GET /api/incidents/{id}/evaluation}. */
  public void ofIncident(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(ctx, JSON, EvaluationJson.of(register.of(Callers.of(ctx), id)));
  }

  /** {@code GET /api/evaluations/ratings?grid&score&pending&before&limit}. */
  public void list(Context ctx) {
    EvaluationRequests.ListRequest asked = EvaluationRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<EvaluationRegister.Seen> found = register.list(caller, asked.query());
    List<EvaluationRegister.Seen> page = found.stream().limit(asked.pageSize()).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ratings", EvaluationJson.ratings(page, names.now(caller)));
    if (found.size() > page.size()) {
      json.put("next", Long.toString(page.get(page.size() - 1).rating().id()));
    }
    Json.write(ctx, JSON, json);
  }

  /** {@code POST /api/evaluations/ratings/{id}/review} with {@code {remark?}}. */
  public void review(Context ctx) {
    long id = EvaluationRequests.id(ctx);
    String remark = EvaluationRequests.remark(ctx);
    Json.write(ctx, JSON, EvaluationJson.rating(register.review(Callers.of(ctx), id, remark)));
  }

  /** {@code GET /api/evaluations/terms}. */
  public void terms(Context ctx) {
    Parameters.of(ctx);
    answer(ctx, register.terms(Callers.of(ctx)));
  }

  /** {@code PUT /api/evaluations/terms} with {@code {days}} and {@code If-Match}. */
  public void change(Context ctx) {
    int version = ETags.getIfMatch(ctx);
    answer(ctx, register.change(Callers.of(ctx), version, EvaluationRequests.days(ctx)));
  }

  private void answer(Context ctx, Terms terms) {
    ETags.set(ctx, terms.version());
    Json.write(ctx, JSON, EvaluationJson.terms(terms, register.editions(Callers.of(ctx))));
  }
}
