package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.patrol.LatestPositions;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.PositionIntake;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;

/** Positions over HTTP. */
public final class PositionHttp {
  private final PositionDesk desk;
  private final PersonNames names;
  private final LookBook looks;
  private final Clock clock;

  PositionHttp(PositionDesk desk, PersonNames names, LookBook looks, Clock clock) {
    this.desk = desk;
    this.looks = looks;
    this.names = names;
    this.clock = clock;
  }

  /** {@code POST /api/positions}. */
  public void take(Context ctx) {
    PositionRequests.Batch batch = PositionRequests.batch(ctx);
    answer(ctx, desk.take(Callers.of(ctx), batch.fixes(), batch.generated()));
  }

  /** {@code POST /api/positions/gpx}: a recording of the caller's own. */
  public void gpx(Context ctx) {
    answer(ctx, desk.take(Callers.of(ctx), PositionRequests.gpx(ctx), false));
  }

  private static void answer(Context ctx, PositionIntake.Judged judged) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("accepted", judged.accepted());
    answer.put("duplicates", judged.duplicates());
    answer.put(
        "flagged",
        judged.jumps().stream().map(index -> Map.of("index", index, "code", "jump")).toList());
    answer.put(
        "refused",
        judged.refused().stream()
            .map(one -> Map.of("index", one.index(), "code", one.code()))
            .toList());
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /api/positions}. */
  public void list(Context ctx) {
    PositionRequests.ListRequest request = PositionRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<LatestPositions.Near> found =
        request.near() == null
            ? desk.shown(caller).stream()
                .map(one -> new LatestPositions.Near(one, Double.NaN))
                .toList()
            : desk.near(caller, request.near(), request.withinMeters(), request.limit());
    List<LatestPositions.Near> wanted =
        found.stream()
            .filter(
                one ->
                    request.grid() == null
                        || one.position()
                            .gridCode()
                            .filter(code -> code.startsWith(request.grid()))
                            .isPresent())
            .limit(request.limit())
            .toList();
    List<String> codes = wanted.stream().map(one -> one.position().staffCode()).toList();
    looks.note(caller, LookKind.LIST, codes, clock.instant());
    Map<String, Shown> known = names.namesOf(caller, codes);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            wanted,
            request.limit(),
            one -> PositionJson.feature(one, known, clock.instant()),
            one -> one.position().staffCode(),
            clock.instant()));
  }
}
