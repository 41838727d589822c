package org.wangge.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.EventLog;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;
import org.wangge.server.config.Settings;
import org.wangge.server.demo.DemoLoader;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;

/** What a page needs to know of this place before anything else. */
public final class SiteHttp {
  private static final String VERSION =
      Optional.ofNullable(SiteHttp.class.getPackage().getImplementationVersion()).orElse("dev");

  /** What pages ask about, and the right it takes. */
  private static final Map<String, Right> READ =
      Map.ofEntries(
          Map.entry("incidents", Right.READ_INCIDENTS),
          Map.entry("cameras", Right.READ_CAMERAS),
          Map.entry("pictures", Right.WATCH_CAMERAS),
          Map.entry("replay", Right.REPLAY_FOOTAGE),
          Map.entry("positions", Right.READ_POSITIONS),
          Map.entry("tracks", Right.READ_TRACKS),
          Map.entry("people", Right.READ_PEOPLE),
          Map.entry("reports", Right.READ_REPORTS),
          Map.entry("notifications", Right.READ_NOTIFICATIONS),
          Map.entry("alarms", Right.READ_ALARMS),
          Map.entry("notes", Right.HEAR_NOTES),
          Map.entry("accounts", Right.KEEP_ACCOUNTS),
          Map.entry("audit", Right.READ_AUDIT),
          Map.entry("evaluations", Right.READ_EVALUATIONS),
          Map.entry("publications", Right.PUBLISH_INCIDENTS),
          Map.entry("emergencies", Right.READ_EMERGENCIES));

  private final LiveAtlas atlas;
  private final EventLog events;
  private final DemoLoader demo;
  private final Settings settings;
  private final String buildId;
  private final Clock clock;
  private final IntSupplier emergencies;

  /**
   * Makes it.
   *
   * @param emergencies in how many grids one lasts: its page is out of sight while there is none
   */
  SiteHttp(
      LiveAtlas atlas,
      EventLog events,
      DemoLoader demo,
      Settings settings,
      String buildId,
      Clock clock,
      IntSupplier emergencies) {
    this.atlas = atlas;
    this.events = events;
    this.demo = demo;
    this.settings = settings;
    this.buildId = buildId;
    this.clock = clock;
    this.emergencies = emergencies;
  }

  /** {@code GET /api/site}. */
  public void get(Context ctx) {
    AreaAtlas now = atlas.now();
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Area> roots = now.roots(Partition.TREE);
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("nameZh", roots.isEmpty() ? "网格" : roots.get(0).name());
    site.put("nameEn", "Wangge");
    site.put("generated", demo.made().isPresent());
    bounds(now, roots)
        .ifPresent(
            box -> {
              site.put(
                  "bounds",
                  List.of(
                      box.west() / 1e7, box.south() / 1e7, box.east() / 1e7, box.north() / 1e7));
              site.put("center", List.of(box.center().lonDegrees(), box.center().latDegrees()));
            });
    site.put("coverageVersion", now.coverageVersion());
    site.put("asOf", asOf.toString());
    site.put("newestEvent", events.newest());
    site.put("timeZone", settings.timeZone().getId());
    site.put("buildId", buildId);
    site.put("version", VERSION);
    Caller caller = Callers.of(ctx);
    site.put("account", caller.account());
    site.put("roles", caller.roles().stream().map(Role::word).sorted().toList());
    site.put("demoAccounts", settings.demonstration().town() && settings.isLoopback());
    site.put("speed", settings.demonstration().speed());
    site.put("canRead", canRead(caller));
    site.put("emergencies", emergencies.getAsInt());
    site.put("partitions", partitions(now));
    site.put("levels", levels(now));
    Json.write(ctx, "application/json", site);
  }

  private static List<String> canRead(Caller caller) {
    return READ.entrySet().stream()
        .filter(entry -> caller.has(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<Map<String, Object>> partitions(AreaAtlas now) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Partition partition : now.partitions()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", partition.id());
      one.put("nameZh", partition.nameZh());
      one.put("nameEn", partition.nameEn());
      all.add(one);
    }
    return all;
  }

  private static List<Map<String, Object>> levels(AreaAtlas now) {
    List<Map<String, Object>> all = new ArrayList<>();
    now.countsByLevel()
        .forEach(
            (level, count) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("level", level.word());
              one.put("count", count);
              all.add(one);
            });
    return all;
  }

  /**
   * The box of what lies at the top; where those areas have no outline, of what lies below them.
   */
  private static Optional<LatticeBox> bounds(AreaAtlas now, List<Area> areas) {
    Optional<LatticeBox> box =
        areas.stream()
            .flatMap(area -> area.shape().stream())
            .map(LatticeShape::bounds)
            .reduce(LatticeBox::union);
    if (box.isPresent() || areas.isEmpty()) {
      return box;
    }
    return bounds(now, areas.stream().flatMap(area -> now.children(area.key()).stream()).toList());
  }
}
