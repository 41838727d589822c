package org.wangge.server.incident;

import io.javalin.http.Context;
import org.wangge.clock.ChangeReason;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The register of categories over HTTP. */
public final class CategoryHttp {
  private static final String JSON = "application/json";

  private final CategoryRegister register;

  CategoryHttp(CategoryRegister register) {
    this.register = register;
  }

  /** {@code GET /api/incidents/categories}, as they are or {@code at} an instant. */
  public void list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at");
    Json.write(
        ctx, JSON, CategoryJson.list(register.list(Callers.of(ctx), parameters.instant("at"))));
  }

  /** {@code GET /api/incidents/categories/{code}}. */
  public void get(Context ctx) {
    answer(ctx, register.get(Callers.of(ctx), code(ctx)));
  }

  /** {@code GET /api/incidents/categories/{code}/versions}, the newest first. */
  public void versions(Context ctx) {
    Json.write(ctx, JSON, CategoryJson.list(register.versions(Callers.of(ctx), code(ctx))));
  }

  /** {@code POST /api/incidents/categories}. */
  public void add(Context ctx) {
    Parameters.of(ctx);
    CategoryRequests.Draft given = CategoryRequests.draft(ctx);
    Category added = register.add(Callers.of(ctx), given.code(), given.entry(), given.reason());
    ctx.status(201);
    ctx.header("Location", "/api/incidents/categories/" + added.code());
    answer(ctx, added);
  }

  /** {@code PUT /api/incidents/categories/{code}}. */
  public void change(Context ctx) {
    String code = code(ctx);
    int version = ETags.getIfMatch(ctx);
    CategoryRequests.Edit given = CategoryRequests.edit(ctx);
    answer(ctx, register.change(Callers.of(ctx), code, version, given.entry(), given.reason()));
  }

  /** {@code POST /api/incidents/categories/{code}/retire}. */
  public void retire(Context ctx) {
    String code = code(ctx);
    int version = ETags.getIfMatch(ctx);
    ChangeReason reason = CategoryRequests.reason(ctx);
    answer(ctx, register.retire(Callers.of(ctx), code, version, reason));
  }

  /** {@code POST /api/incidents/categories/{code}/revive}. */
  public void revive(Context ctx) {
    String code = code(ctx);
    int version = ETags.getIfMatch(ctx);
    ChangeReason reason = CategoryRequests.reason(ctx);
    answer(ctx, register.revive(Callers.of(ctx), code, version, reason));
  }

  private static String code(Context ctx) {
    return Parameters.of(ctx).part("code");
  }

  private static void answer(Context ctx, Category category) {
    ETags.set(ctx, category.version());
    Json.write(ctx, JSON, CategoryJson.category(category));
  }
}
