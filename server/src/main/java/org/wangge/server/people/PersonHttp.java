package org.wangge.server.people;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.PersonRegister;
import org.wangge.people.SeenPerson;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;

/** Who stands behind the staff codes, over HTTP. */
public final class PersonHttp {
  private static final int REVEALS_A_MINUTE = 30;

  private final PersonRegister register;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;
  private final RateLimit reveals = new RateLimit(REVEALS_A_MINUTE);

  PersonHttp(PersonRegister register, Supplier<AreaAtlas> atlas, Clock clock) {
    this.register = register;
    this.atlas = atlas;
    this.clock = clock;
  }

  /** {@code GET /api/people}. */
  public void list(Context ctx) {
    PersonRequests.ListRequest request = PersonRequests.list(ctx);
    List<SeenPerson> found =
        register.list(
            Callers.of(ctx),
            request.area(),
            request.text(),
            request.after(),
            request.pageSize() + 1);
    AreaAtlas now = atlas.get();
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            request.pageSize(),
            one -> PersonJson.feature(one, now),
            one -> one.person().code(),
            clock.instant()));
  }

  /** {@code GET /api/people/{code}}. */
  public void get(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    write(ctx, register.get(Callers.of(ctx), code));
  }

  /** {@code POST /api/people}. */
  public void add(Context ctx) {
    Caller caller = Callers.of(ctx);
    PersonRequests.New given = PersonRequests.added(ctx);
    SeenPerson added = register.add(caller, given.code(), given.unit(), given.fields());
    ctx.status(201);
    ctx.header("Location", "/api/people/" + added.person().code());
    write(ctx, added);
  }

  /** {@code PATCH /api/people/{code}}, with {@code If-Match}. */
  public void change(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    int version = ETags.getIfMatch(ctx);
    PersonRequests.Change change = PersonRequests.change(ctx);
    write(ctx, register.change(Callers.of(ctx), code, version, change.unit(), change.fields()));
  }

  /** {@code POST /api/people/{code}/erasure}, with {@code If-Match}. */
  public void erase(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    write(ctx, register.erase(Callers.of(ctx), code, ETags.getIfMatch(ctx)));
  }

  /** {@code POST /api/people/{code}/reveals}. */
  public void reveal(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    Caller caller = Callers.of(ctx);
    reveals.count(caller.account());
    RevealRequests.OfPerson request = RevealRequests.ofPerson(ctx);
    String value = register.reveal(caller, code, request.field(), request.why());
    Json.write(ctx, "application/json", Map.of("field", request.field().member(), "value", value));
  }

  private void write(Context ctx, SeenPerson one) {
    ETags.set(ctx, one.person().version());
    Json.write(ctx, FeaturePage.TYPE, PersonJson.feature(one, atlas.get()));
  }
}
