package org.wangge.server.shift;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.people.AccountNames;
import org.wangge.shift.ChangesRegister;
import org.wangge.shift.LogEntry;
import org.wangge.shift.Shift;
import org.wangge.shift.ShiftRegister;

/** Shifts, their log and what changed in them, over HTTP. */
public final class ShiftHttp {
  private static final String JSON = "application/json";
  private static final Duration USUAL_SHIFT = Duration.ofHours(12);

  private final ShiftRegister register;
  private final ChangesRegister changes;
  private final AccountNames names;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  ShiftHttp(
      ShiftRegister register,
      ChangesRegister changes,
      AccountNames names,
      Supplier<AreaAtlas> atlas,
      Clock clock) {
    this.register = register;
    this.changes = changes;
    this.names = names;
    this.atlas = atlas;
    this.clock = clock;
  }

  /** {@code GET /api/shifts/own}: the shift that the caller is on. */
  public void own(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, shift(caller, register.present(caller)));
  }

  /** {@code POST /api/shifts/own} with {@code {area}}: the caller begins a shift. */
  public void begin(Context ctx) {
    String area = LogRequests.area(ctx);
    Caller caller = Callers.of(ctx);
    ctx.status(201);
    write(ctx, shift(caller, Optional.of(register.begin(caller, area))));
  }

  /** {@code DELETE /api/shifts/own}: ends it without a handover. */
  public void end(Context ctx) {
    register.end(Callers.of(ctx));
    ctx.status(204);
  }

  private Map<String, @Nullable Object> shift(Caller caller, Optional<Shift> present) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "shift",
        present.map(one -> json(caller, Stream.of(one.account())).shift(one)).orElse(null));
    json.put("asOf", clock.instant().toString());
    return json;
  }

  /** {@code GET /api/shifts/log?area&before&limit}, the newest first. */
  public void log(Context ctx) {
    LogRequests.Page asked = LogRequests.page(ctx);
    Caller caller = Callers.of(ctx);
    List<LogEntry> found = register.log(caller, asked.area(), asked.before(), asked.pageSize() + 1);
    boolean more = found.size() > asked.pageSize();
    List<LogEntry> page = more ? found.subList(0, asked.pageSize()) : found;
    LogJson json = json(caller, page.stream().map(LogEntry::account));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("entries", page.stream().map(json::entry).toList());
    answer.put("next", more ? page.get(page.size() - 1).id() : null);
    answer.put("asOf", clock.instant().toString());
    write(ctx, answer);
  }

  /** {@code POST /api/shifts/log} with {@code {area, text, incident?, corrects?}}. */
  public void write(Context ctx) {
    LogRequests.Written written = LogRequests.written(ctx);
    Caller caller = Callers.of(ctx);
    LogEntry entry = register.write(caller, written.area(), written.wanted());
    ctx.status(201);
    write(ctx, json(caller, Stream.of(entry.account())).entry(entry));
  }

  /** {@code POST /api/shifts/log/{entry}/erasure}: erases what was written. */
  public void erase(Context ctx) {
    register.erase(Callers.of(ctx), Parameters.of(ctx).id("entry", "log-entry-unknown", "entry"));
    ctx.status(204);
  }

  /**
   * {@code GET /api/shifts/changes?area&since}: what has changed since the caller's shift began, or
   * since an instant.
   */
  public void changes(Context ctx) {
    ShiftRequests.Moment asked = LogRequests.since(ctx);
    Caller caller = Callers.of(ctx);
    Instant since = asked.at().orElseGet(() -> since(caller));
    ChangesRegister.Changes found = changes.since(caller, asked.area(), since);
    Map<String, @Nullable Object> answer = LogJson.changes(found, atlas.get());
    answer.put("since", since.toString());
    answer.put("asOf", clock.instant().toString());
    write(ctx, answer);
  }

  private Instant since(Caller caller) {
    return register
        .present(caller)
        .map(Shift::begunAt)
        .orElseGet(() -> clock.instant().minus(USUAL_SHIFT));
  }

  private LogJson json(Caller caller, Stream<String> accounts) {
    return new LogJson(caller, names.namesOf(caller, accounts.distinct().toList()), atlas.get());
  }

  private static void write(Context ctx, Map<String, @Nullable Object> json) {
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, json);
  }
}
