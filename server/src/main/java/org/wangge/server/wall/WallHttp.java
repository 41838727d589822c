package org.wangge.server.wall;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.grid.Level;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.storage.Points;
import org.wangge.wall.PastIncident;
import org.wangge.wall.PastRegister;
import org.wangge.wall.WallFigures;
import org.wangge.word.Word;

/** What the wall asks for besides what every page does. */
public final class WallHttp {
  private static final List<Level> LEVELS = List.of(Level.STREET, Level.COMMUNITY, Level.GRID);

  private final WallFigures figures;
  private final PastRegister past;
  private final Clock clock;

  WallHttp(WallFigures figures, PastRegister past, Clock clock) {
    this.figures = figures;
    this.past = past;
    this.clock = clock;
  }

  /** {@code GET /api/wall/figures}. */
  public void figures(Context ctx) {
    Level level =
        Parameters.of(ctx, "level")
            .word(
                "level",
                word -> Level.find(word).filter(LEVELS::contains),
                LEVELS.stream().map(Word::word).toList())
            .orElse(Level.GRID);
    Instant now = clock.instant();
    Json.write(
        ctx,
        "application/json",
        WallJson.glance(figures.at(Callers.of(ctx), now, level), level, now));
  }

  /** {@code GET /api/wall/past}: what was open at an instant. */
  public void past(Context ctx) {
    Instant now = clock.instant();
    Instant at = Parameters.of(ctx, "at").instant("at").orElse(now);
    List<PastIncident> open = past.openAt(Callers.of(ctx), at);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("at", at.toString());
    json.put(
        "features",
        open.stream()
            .map(
                one ->
                    FeaturePage.feature(
                        one.id(), Points.toDegrees(one.location()), WallJson.properties(one)))
            .toList());
    Json.write(ctx, "application/geo+json", json);
  }
}
