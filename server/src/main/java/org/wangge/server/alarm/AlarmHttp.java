package org.wangge.server.alarm;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.alarm.Alarm;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmRegister;
import org.wangge.alarm.AlarmRule;
import org.wangge.alarm.AlarmRuleRegister;
import org.wangge.alarm.Shelf;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The board of alarms over HTTP, its log, and how alarms ring. */
public final class AlarmHttp {
  private static final String JSON = "application/json";

  private final AlarmRegister register;
  private final AlarmRuleRegister rules;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  AlarmHttp(
      AlarmRegister register, AlarmRuleRegister rules, Supplier<AreaAtlas> atlas, Clock clock) {
    this.register = register;
    this.rules = rules;
    this.atlas = atlas;
    this.clock = clock;
  }

  private AlarmJson json() {
    return new AlarmJson(atlas.get());
  }

  /** {@code GET /api/alarms}: the board. */
  public void board(Context ctx) {
    var unused = Parameters.of(ctx);
    Instant now = clock.instant();
    Json.write(ctx, JSON, json().board(register.board(Callers.of(ctx), now), now));
  }

  /** {@code GET /api/alarms/log?grid&kind&priority&incident&since&before&limit}. */
  public void log(Context ctx) {
    AlarmRequests.LogRequest asked = AlarmRequests.log(ctx);
    List<Alarm> found = register.log(Callers.of(ctx), asked.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            asked.pageSize(),
            json()::feature,
            alarm -> Long.toString(alarm.id()),
            clock.instant()));
  }

  /** {@code POST /api/alarms/{id}/acknowledgement}. */
  public void acknowledge(Context ctx) {
    Alarm seen = register.acknowledge(Callers.of(ctx), AlarmRequests.id(ctx));
    Json.write(ctx, FeaturePage.TYPE, json().feature(seen));
  }

  /** {@code POST /api/alarms/groups/{key}/acknowledgement} with {@code {upTo}}. */
  public void acknowledgeRow(Context ctx) {
    String key = AlarmRequests.key(ctx);
    long upTo = AlarmRequests.upTo(ctx);
    int count = register.acknowledgeRow(Callers.of(ctx), key, upTo);
    Json.write(ctx, JSON, Map.of("acknowledged", count));
  }

  /** {@code POST /api/alarms/shelves} with {@code {kind?, area?, minutes, reason}}. */
  public void shelve(Context ctx) {
    Shelf shelf = register.shelve(Callers.of(ctx), AlarmRequests.wish(ctx));
    ctx.status(201);
    Json.write(ctx, JSON, json().shelf(shelf));
  }

  /** {@code DELETE /api/alarms/shelves/{shelf}}. */
  public void unshelve(Context ctx) {
    register.unshelve(Callers.of(ctx), AlarmRequests.shelf(ctx));
    ctx.status(204);
  }

  /** {@code GET /api/alarms/rules}. */
  public void rules(Context ctx) {
    var unused = Parameters.of(ctx);
    write(ctx, rules.list(Callers.of(ctx)));
  }

  /** {@code GET /api/alarms/rules/{alarm}}: all versions, the newest first. */
  public void past(Context ctx) {
    write(ctx, rules.past(Callers.of(ctx), AlarmRequests.kind(ctx)));
  }

  private static void write(Context ctx, List<AlarmRule> found) {
    Json.write(ctx, JSON, Map.of("rules", found.stream().map(AlarmJson::rule).toList()));
  }

  /** {@code PUT /api/alarms/rules/{alarm}} with {@code If-Match}. */
  public void change(Context ctx) {
    AlarmKind kind = AlarmRequests.kind(ctx);
    int version = ETags.getIfMatch(ctx);
    AlarmRequests.Edit given = AlarmRequests.edit(ctx);
    Caller caller = Callers.of(ctx);
    AlarmRule changed = rules.change(caller, kind, version, given.wanted(), given.reason());
    ETags.set(ctx, changed.version());
    Json.write(ctx, JSON, AlarmJson.rule(changed));
  }
}
