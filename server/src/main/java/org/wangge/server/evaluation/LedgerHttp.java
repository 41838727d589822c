package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.evaluation.LedgerEntry;
import org.wangge.evaluation.LedgerRegister;
import org.wangge.evaluation.Publication;
import org.wangge.fault.NotFound;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.QrCode;
import org.wangge.server.http.RateLimit;

/** The public ledgers of areas, over HTTP. */
public final class LedgerHttp {
  private static final String JSON = "application/json";
  private static final int A_MINUTE = 60;
  private static final int LONGEST_BODY = 4_000;

  private final LedgerRegister register;
  private final CategoryRegister categories;
  private final ZoneId zone;
  private final RateLimit limit = new RateLimit(A_MINUTE);

  LedgerHttp(LedgerRegister register, CategoryRegister categories, ZoneId zone) {
    this.register = register;
    this.categories = categories;
    this.zone = zone;
  }

  /** {@code GET /api/grids/{code}/ledger}: for anyone, and to be kept for a minute. */
  public void ofArea(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      limit.count(ctx);
    }
    List<LedgerEntry> entries = register.of(caller, code);
    Map<String, Category> known = categories();
    ctx.header("Cache-Control", "public, max-age=60");
    Json.write(
        ctx, JSON, Map.of("entries", entries.stream().map(one -> entry(one, known)).toList()));
  }

  /** {@code GET /api/grids/{code}/qr.svg}: the code that leads to the card of an area. */
  public void code(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    if (!code.matches("[0-9A-Za-z-]{1,40}")) {
      throw new NotFound("area-unknown", Map.of("partition", "tree", "code", code));
    }
    Arrival arrival = Arrival.of(ctx);
    ctx.header("Cache-Control", "public, max-age=3600");
    ctx.contentType("image/svg+xml");
    ctx.result(
        QrCode.svg(
            (arrival.isSecure() ? "https://" : "http://") + arrival.host() + "/grid/" + code));
  }

  /** {@code GET /api/incidents/{id}/publication}: exactly what anyone reads, or would read. */
  public void preview(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    answer(ctx, register.preview(Callers.of(ctx), id));
  }

  /**
   * {@code PUT /api/incidents/{id}/publication} with {@code {promise}} and {@code If-Match}: {@code
   * 0} for the first time.
   */
  public void publish(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    int version = ETags.getIfMatch(ctx);
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "promise");
    String promise = body.getText("promise").strip();
    answer(ctx, register.publish(Callers.of(ctx), id, version, promise));
  }

  /** {@code DELETE /api/incidents/{id}/publication} with {@code If-Match}. */
  public void withdraw(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    answer(ctx, register.withdraw(Callers.of(ctx), id, ETags.getIfMatch(ctx)));
  }

  private void answer(Context ctx, LedgerRegister.Preview preview) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    ETags.set(ctx, preview.publication().map(Publication::version).orElse(0));
    json.put("public", preview.publication().filter(Publication::isPublic).isPresent());
    json.put("version", preview.publication().map(Publication::version).orElse(0));
    json.put("entry", entry(preview.entry(), categories()));
    Json.write(ctx, JSON, json);
  }

  /** All there are, by their codes. */
  private Map<String, Category> categories() {
    return categories.list(Caller.upkeep(), Optional.empty()).stream()
        .collect(Collectors.toMap(Category::code, one -> one));
  }

  private Map<String, @Nullable Object> entry(LedgerEntry entry, Map<String, Category> known) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("category", entry.category());
    Category category = known.get(entry.category());
    if (category != null) {
      json.put("categoryZh", category.nameZh());
      json.put("categoryEn", category.nameEn());
    }
    json.put("promise", entry.promise());
    json.put("day", entry.reportedAt().atZone(zone).toLocalDate().toString());
    json.put(
        "steps",
        entry.steps().stream()
            .map(
                step ->
                    Map.of(
                        "action",
                        step.action().word(),
                        "day",
                        step.at().atZone(zone).toLocalDate().toString()))
            .toList());
    json.put("standing", entry.standing().word());
    json.put("late", entry.late());
    json.put("satisfied", entry.satisfied().orElse(null));
    return json;
  }
}
