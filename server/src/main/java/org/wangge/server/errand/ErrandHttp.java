package org.wangge.server.errand;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.errand.ErrandOffer;
import org.wangge.errand.ErrandRegister;
import org.wangge.errand.ErrandSight;
import org.wangge.errand.ErrandTally;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.people.AccountNames;

/** Errands over HTTP, for those who send volunteers and for the volunteers. */
public final class ErrandHttp {
  private static final String JSON = "application/json";

  private final ErrandRegister register;
  private final AccountNames names;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  ErrandHttp(ErrandRegister register, AccountNames names, Supplier<AreaAtlas> atlas, Clock clock) {
    this.register = register;
    this.names = names;
    this.atlas = atlas;
    this.clock = clock;
  }

  /** {@code GET /api/errands?grid&state&incident&before&limit}, the newest first. */
  public void list(Context ctx) {
    ErrandRequests.ListRequest asked = ErrandRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<ErrandSight> found = register.list(caller, asked.query());
    ErrandJson json = json(caller, found);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            asked.pageSize(),
            json::atDesk,
            one -> Long.toString(one.errand().id()),
            clock.instant()));
  }

  /** {@code GET /api/errands/progress?grid}: done of ordered, grid by grid. */
  public void progress(Context ctx) {
    String area = ErrandRequests.area(ctx);
    List<ErrandTally> tallies = register.progress(Callers.of(ctx), area);
    ErrandJson json = new ErrandJson(Map.of(), atlas.get());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("asOf", clock.instant().toString());
    page.put("ordered", tallies.stream().mapToInt(ErrandTally::ordered).sum());
    page.put("done", tallies.stream().mapToInt(ErrandTally::finished).sum());
    page.put("rows", tallies.stream().map(json::tally).toList());
    Json.write(ctx, JSON, page);
  }

  /** {@code GET /api/errands/{id}}. */
  public void get(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.get(caller, ErrandRequests.id(ctx)));
  }

  /** {@code GET /api/errands/{id}/photo}: of what was done. */
  public void picture(Context ctx) {
    Parameters.of(ctx);
    byte[] picture = register.picture(Callers.of(ctx), ErrandRequests.id(ctx));
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.contentType("image/jpeg");
    ctx.result(picture);
  }

  /** {@code GET /api/errands/{id}/volunteers}: who can be sent. */
  public void volunteers(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    List<String> accounts = register.volunteers(caller, ErrandRequests.id(ctx));
    ErrandJson json = new ErrandJson(names.namesOf(caller, accounts), atlas.get());
    Json.write(ctx, JSON, Map.of("volunteers", accounts.stream().map(json::volunteer).toList()));
  }

  /** {@code POST /api/errands/{id}/dispatch} with {@code {to}} and If-Match. */
  public void dispatch(Context ctx) {
    long id = ErrandRequests.id(ctx);
    List<String> to = ErrandRequests.accounts(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.dispatch(caller, id, ETags.getIfMatch(ctx), to));
  }

  /** {@code POST /api/errands/{id}/return} with {@code {reason}} and If-Match. */
  public void giveBack(Context ctx) {
    long id = ErrandRequests.id(ctx);
    String reason = ErrandRequests.reason(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.giveBack(caller, id, ETags.getIfMatch(ctx), reason));
  }

  /** {@code POST /api/errands/{id}/incident} with {@code {category}} and If-Match. */
  public void file(Context ctx) {
    long id = ErrandRequests.id(ctx);
    String category = ErrandRequests.category(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.file(caller, id, ETags.getIfMatch(ctx), category));
  }

  /** {@code POST /api/errands/{id}/erasure}, with {@code If-Match}. */
  public void erase(Context ctx) {
    register.erase(Callers.of(ctx), ErrandRequests.id(ctx), ETags.getIfMatch(ctx));
    ctx.status(204);
  }

  /** {@code GET /api/errands/offered}: what the caller was asked to do, or has in hand. */
  public void offered(Context ctx) {
    Parameters.of(ctx);
    ErrandJson json = new ErrandJson(Map.of(), atlas.get());
    ctx.header("Cache-Control", "no-store");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "errands",
            register.offered(Callers.of(ctx)).stream().map(json::inHand).toList(),
            "asOf",
            clock.instant().toString()));
  }

  /** {@code POST /api/errands/{id}/accept}, with {@code If-Match}. */
  public void accept(Context ctx) {
    long id = ErrandRequests.id(ctx);
    writeInHand(ctx, register.accept(Callers.of(ctx), id, ETags.getIfMatch(ctx)));
  }

  /** {@code POST /api/errands/{id}/decline}, with {@code If-Match}. */
  public void decline(Context ctx) {
    register.decline(Callers.of(ctx), ErrandRequests.id(ctx), ETags.getIfMatch(ctx));
    ctx.status(204);
  }

  /** {@code POST /api/errands/{id}/done} with {@code {words?, photo?}} and If-Match. */
  public void finish(Context ctx) {
    long id = ErrandRequests.id(ctx);
    ErrandRequests.Finished done = ErrandRequests.finished(ctx);
    int version = ETags.getIfMatch(ctx);
    writeInHand(
        ctx, register.finish(Callers.of(ctx), id, version, done.words(), done.photoOrNull()));
  }

  private void writeInHand(Context ctx, ErrandSight sight) {
    ctx.header("Cache-Control", "no-store");
    ETags.set(ctx, sight.errand().version());
    Json.write(ctx, JSON, new ErrandJson(Map.of(), atlas.get()).inHand(sight));
  }

  private void write(Context ctx, Caller caller, ErrandSight sight) {
    ETags.set(ctx, sight.errand().version());
    Json.write(ctx, FeaturePage.TYPE, json(caller, List.of(sight)).atDesk(sight));
  }

  private ErrandJson json(Caller caller, List<ErrandSight> sights) {
    List<String> accounts =
        sights.stream()
            .map(ErrandSight::errand)
            .flatMap(
                one ->
                    Stream.concat(
                        one.offers().stream().map(ErrandOffer::account), one.holder().stream()))
            .distinct()
            .toList();
    return new ErrandJson(names.namesOf(caller, accounts), atlas.get());
  }
}
