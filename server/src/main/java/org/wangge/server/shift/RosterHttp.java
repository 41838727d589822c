package org.wangge.server.shift;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.people.PersonNames;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.shift.RosterEntry;
import org.wangge.shift.RosterRegister;

/** Rosters over HTTP. */
public final class RosterHttp {
  private static final String JSON = "application/json";

  private final RosterRegister register;
  private final PersonNames names;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  RosterHttp(
      RosterRegister register,
      PersonNames names,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    this.register = register;
    this.names = names;
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/shifts/roster?area&from&to}: who is on duty, and when nobody is. */
  public void look(Context ctx) {
    ShiftRequests.Look asked = ShiftRequests.look(ctx);
    Caller caller = Callers.of(ctx);
    RosterRegister.Looked looked = register.look(caller, asked.area(), asked.span());
    Map<String, @Nullable Object> json =
        json(caller, looked.roster().entries()).roster(asked.area(), looked);
    json.put("asOf", clock.instant().toString());
    write(ctx, json);
  }

  /** {@code GET /api/shifts/on-duty?area&at}: whom to call. */
  public void onDuty(Context ctx) {
    ShiftRequests.Moment asked = ShiftRequests.moment(ctx);
    Caller caller = Callers.of(ctx);
    RosterRegister.Answer answer =
        register.onDuty(caller, asked.area(), asked.at().orElseGet(clock::instant));
    Map<String, @Nullable Object> json = json(caller, answer.onDuty()).answer(answer);
    json.put("asOf", clock.instant().toString());
    write(ctx, json);
  }

  /** {@code POST /api/shifts/roster}: puts somebody on duty, once or by the week. */
  public void add(Context ctx) {
    ShiftRequests.Added added = ShiftRequests.added(ctx, zone);
    Caller caller = Callers.of(ctx);
    ctx.status(201);
    writeEntries(ctx, caller, register.add(caller, added.area(), added.drafts(), false), 0);
  }

  /** {@code DELETE /api/shifts/roster/{entry}}. */
  public void remove(Context ctx) {
    register.remove(Callers.of(ctx), ShiftRequests.entry(ctx));
    ctx.status(204);
  }

  /** {@code POST /api/shifts/roster/{entry}/swap} with {@code {with}}: two change places. */
  public void swap(Context ctx) {
    long one = ShiftRequests.entry(ctx);
    long other = ShiftRequests.with(ctx);
    Caller caller = Callers.of(ctx);
    writeEntries(ctx, caller, register.swap(caller, one, other), 0);
  }

  /** {@code POST /api/shifts/roster/copy} with {@code {area, monday}}: as the week before. */
  public void copy(Context ctx) {
    ShiftRequests.Week week = ShiftRequests.week(ctx);
    Caller caller = Callers.of(ctx);
    RosterRegister.Copied copied = register.copyWeek(caller, week.area(), week.monday());
    writeEntries(ctx, caller, copied.added(), copied.skipped());
  }

  private void writeEntries(Context ctx, Caller caller, List<RosterEntry> entries, int skipped) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entries", json(caller, entries).entries(entries));
    json.put("skipped", skipped);
    write(ctx, json);
  }

  private ShiftJson json(Caller caller, List<RosterEntry> entries) {
    // The duty of an area plays no part in what may be known of somebody.
    List<InCharge> people =
        entries.stream()
            .map(RosterEntry::staff)
            .distinct()
            .map(code -> new InCharge(Duty.VOLUNTEER, code))
            .toList();
    return new ShiftJson(people.isEmpty() ? Map.of() : names.onDuty(caller, people), atlas.get());
  }

  private static void write(Context ctx, Map<String, @Nullable Object> json) {
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, json);
  }
}
