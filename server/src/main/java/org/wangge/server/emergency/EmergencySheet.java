package org.wangge.server.emergency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyRegister;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyTask;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.server.plan.impact.SheetRow;

/**
 * An emergency as tables of a file: what it was, grid by grid, and what was reported meanwhile.
 *
 * @param words in which language
 * @param seen as the caller may read it
 * @param categories names by code, in each language
 * @param atlas what areas are called
 */
record EmergencySheet(
    EmergencyWords words,
    EmergencyRegister.Seen seen,
    Map<String, Map<String, String>> categories,
    AreaAtlas atlas) {

  /** The tables by their names. */
  Map<String, List<SheetRow>> tables() {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    tables.put(words.of("overview"), overview());
    tables.put(words.of("grids"), grids());
    tables.put(words.of("incidents"), incidents());
    return tables;
  }

  private List<SheetRow> overview() {
    Emergency one = seen.emergency();
    List<EmergencyStanding> all = seen.report().grids();
    List<SheetRow> rows = new ArrayList<>();
    rows.add(SheetRow.of(words.of("title"), one.plan().title()));
    rows.add(SheetRow.of(words.of("declared"), words.minute(one.declared().at())));
    rows.add(
        SheetRow.of(
            words.of("ended"),
            one.ending().map(it -> words.minute(it.at())).orElseGet(() -> words.of("lasting"))));
    rows.add(SheetRow.of(words.of("task"), one.plan().task().map(EmergencyTask::text).orElse("")));
    rows.add(SheetRow.of(words.of("urgent"), urgent()));
    rows.add(SheetRow.of(words.of("rule"), one.plan().householdsPerPerson()));
    rows.add(SheetRow.of(words.of("grids"), all.size()));
    rows.add(total("households", all, it -> it.grid().households()));
    rows.add(total("needed", all, it -> it.grid().needed()));
    rows.add(total("asked", all, EmergencyStanding::asked));
    rows.add(total("confirmed", all, EmergencyStanding::confirmed));
    rows.add(total("declined", all, EmergencyStanding::declined));
    rows.add(total("doors", all, EmergencyStanding::doors));
    rows.add(total("done", all, EmergencyStanding::done));
    rows.add(total("left", all, EmergencyStanding::left));
    rows.add(total("incidents", all, EmergencyStanding::incidents));
    rows.add(total("open", all, EmergencyStanding::open));
    rows.add(total("whistles", all, EmergencyStanding::whistles));
    return rows;
  }

  private String urgent() {
    return seen.emergency().plan().urgentCategories().stream()
        .map(code -> categories.getOrDefault(code, Map.of()))
        .map(names -> names.getOrDefault(words.isEnglish() ? "en" : "zh", ""))
        .collect(Collectors.joining(", "));
  }

  private SheetRow total(
      String key, List<EmergencyStanding> all, ToIntFunction<EmergencyStanding> of) {
    return SheetRow.of(words.of(key), EmergencyJson.sum(all, of));
  }

  private List<SheetRow> grids() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            words.of("code"),
            words.of("grid"),
            words.of("households"),
            words.of("needed"),
            words.of("asked"),
            words.of("confirmed"),
            words.of("declined"),
            words.of("doors"),
            words.of("done"),
            words.of("left"),
            words.of("incidents"),
            words.of("open"),
            words.of("whistles"),
            words.of("contact"),
            words.of("phone")));
    for (EmergencyStanding one : seen.report().grids()) {
      rows.add(
          SheetRow.of(
              one.grid().code(),
              one.grid().name(),
              one.grid().households(),
              one.grid().needed(),
              one.asked(),
              one.confirmed(),
              one.declined(),
              one.doors(),
              one.done(),
              one.left(),
              one.incidents(),
              one.open(),
              one.whistles(),
              one.grid().contact().name(),
              one.grid().contact().phone()));
    }
    return rows;
  }

  private List<SheetRow> incidents() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            words.of("number"),
            words.of("category"),
            words.of("grid"),
            words.of("reported"),
            words.of("standing")));
    for (EmergencyHappenings.Reported one : seen.report().incidents()) {
      rows.add(
          SheetRow.of(
              one.number(),
              categories
                  .getOrDefault(one.category(), Map.of())
                  .getOrDefault(words.isEnglish() ? "en" : "zh", one.category()),
              atlas.find(AreaKey.tree(one.grid())).map(Area::name).orElse(one.grid()),
              words.minute(one.reportedAt()),
              words.of("standing." + one.standing())));
    }
    return rows;
  }
}
