package org.wangge.server.patrol.round;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.patrol.round.DueRun;
import org.wangge.patrol.round.GridWalk;
import org.wangge.patrol.round.PatrolPlan;
import org.wangge.patrol.round.PatrolRun;
import org.wangge.patrol.round.PatrolTerms;
import org.wangge.patrol.round.RoundRegister;
import org.wangge.patrol.round.RunTally;
import org.wangge.patrol.round.Span;
import org.wangge.people.Shown;

/**
 * Patrols as JSON.
 *
 * @param names of people, by code, as the caller may see them
 * @param atlas what grids are called
 */
record RoundJson(Map<String, Shown> names, AreaAtlas atlas) {

  Map<String, @Nullable Object> plan(RoundRegister.Seen seen) {
    PatrolPlan plan = seen.plan();
    PatrolTerms terms = plan.terms();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", plan.id());
    json.put("version", plan.version());
    json.put("name", terms.name());
    json.put("people", terms.staffCodes().stream().map(this::person).toList());
    json.put("grids", terms.gridCodes().stream().map(this::grid).toList());
    json.put("streets", terms.streetIds());
    json.put("days", terms.days().stream().map(DayOfWeek::getValue).toList());
    json.put("from", terms.timing().from().toString());
    json.put("to", terms.timing().to().toString());
    json.put("times", terms.timing().times());
    json.put("per", terms.timing().per().word());
    json.put("minutes", terms.wanted().minutes());
    json.put("streetPercent", terms.wanted().streetPercent());
    json.put("nearMeters", terms.wanted().nearMeters());
    json.put("since", plan.since().toString());
    json.put("until", plan.end().map(Instant::toString).orElse(null));
    json.put("ended", plan.ended());
    json.put("generated", plan.generated());
    json.put("changeable", seen.changeable());
    return json;
  }

  private Map<String, @Nullable Object> person(String code) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("name", name(code));
    return json;
  }

  private @Nullable String name(String code) {
    Shown shown = names.get(code);
    return shown == null ? null : shown.text();
  }

  private Map<String, Object> grid(String code) {
    return Map.of("code", code, "name", gridName(code));
  }

  private String gridName(String code) {
    return atlas.find(AreaKey.tree(code)).map(Area::name).orElse(code);
  }

  /** One that is due, and how it went so far. */
  Map<String, @Nullable Object> run(RoundRegister.SeenRun seen) {
    DueRun due = seen.due();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", seen.run().map(PatrolRun::id).orElse(null));
    json.put("plan", due.plan().id());
    json.put("planVersion", due.plan().version());
    json.put("planName", due.plan().terms().name());
    json.put("staffCode", due.staffCode());
    json.put("name", name(due.staffCode()));
    json.put("from", due.from().toString());
    json.put("to", due.to().toString());
    json.put("spans", due.spans().stream().map(RoundJson::span).toList());
    json.put("result", seen.result().word());
    json.put("minutes", due.plan().terms().wanted().minutes());
    json.put("streetPercent", due.plan().terms().wanted().streetPercent());
    PatrolRun run = seen.runOrNull();
    json.put(
        "grids",
        run == null
            ? due.plan().terms().gridCodes().stream().map(this::grid).toList()
            : run.outcome().grids().stream().map(this::walk).toList());
    if (run != null) {
      json.put("walked", run.outcome().walked().stream().map(RoundJson::span).toList());
      json.put("silences", run.outcome().silences().stream().map(RoundJson::span).toList());
      json.put("heardSeconds", run.outcome().heard().toSeconds());
      json.put("silentSeconds", run.outcome().silent().toSeconds());
      json.put("fixes", run.outcome().fixes());
      json.put("meters", Math.round(run.outcome().meters()));
      json.put("judgedAt", run.judgedAt().toString());
      json.put("generated", run.generated() || due.plan().generated());
    }
    return json;
  }

  private Map<String, @Nullable Object> walk(GridWalk walk) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(grid(walk.gridCode()));
    json.put("entered", walk.entered().map(Instant::toString).orElse(null));
    json.put("left", walk.left().map(Instant::toString).orElse(null));
    json.put("passes", walk.passes());
    json.put("seconds", walk.within().toSeconds());
    json.put("meters", Math.round(walk.meters()));
    json.put("streetMeters", Math.round(walk.streetMeters()));
    json.put("walkedStreetMeters", Math.round(walk.walkedStreetMeters()));
    json.put("lackingSeconds", walk.lacking().toSeconds());
    json.put("met", walk.isMet());
    return json;
  }

  static List<String> span(Span span) {
    return List.of(span.from().toString(), span.to().toString());
  }

  /** A row of figures; of a grid or a person. */
  Map<String, @Nullable Object> tally(RunTally tally, boolean ofGrid) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", tally.code());
    json.put("name", ofGrid ? gridName(tally.code()) : name(tally.code()));
    json.put("due", tally.due());
    json.put("done", tally.done());
    json.put("partly", tally.partly());
    json.put("missed", tally.missed());
    json.put("unknown", tally.unknown());
    json.put("judged", tally.judged());
    json.put("seconds", tally.seconds());
    json.put("streetMeters", Math.round(tally.streetMeters()));
    json.put("walkedStreetMeters", Math.round(tally.walkedStreetMeters()));
    return json;
  }

  static Map<String, @Nullable Object> unwalked(RoundRegister.LastWalk one, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", one.area().code());
    json.put("name", one.area().name());
    json.put("walkedAt", one.walked().map(Instant::toString).orElse(null));
    json.put("days", one.days(now).orElse(null));
    return json;
  }
}
