package org.wangge.server.shift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.PersonNames;
import org.wangge.shift.DutySpan;
import org.wangge.shift.RosterEntry;
import org.wangge.shift.RosterRegister;

/** Rosters as answers. */
final class ShiftJson {
  private final Map<String, PersonNames.OnDuty> people;
  private final AreaAtlas atlas;

  /**
   * Makes it.
   *
   * @param people by staff code, as whoever looks may know them
   * @param atlas what areas are called
   */
  ShiftJson(Map<String, PersonNames.OnDuty> people, AreaAtlas atlas) {
    this.people = people;
    this.atlas = atlas;
  }

  Map<String, @Nullable Object> roster(String area, RosterRegister.Looked looked) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("areaName", nameOf(area));
    json.put("entries", entries(looked.roster().entries()));
    json.put("gaps", looked.gaps().stream().map(ShiftJson::span).toList());
    return json;
  }

  List<Map<String, @Nullable Object>> entries(List<RosterEntry> entries) {
    return entries.stream().map(this::entry).toList();
  }

  private Map<String, @Nullable Object> entry(RosterEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("area", entry.area());
    json.put("post", entry.post().word());
    json.put("staff", entry.staff());
    PersonNames.OnDuty who = people.get(entry.staff());
    json.put("name", who == null ? null : who.name().text());
    json.put("phone", who == null ? null : who.dutyPhone().text());
    json.put("masked", who != null && who.dutyPhone().masked());
    json.put("from", entry.span().from().toString());
    json.put("to", entry.span().to().toString());
    json.put("generated", entry.generated());
    return json;
  }

  private static Map<String, Object> span(DutySpan span) {
    return Map.of("from", span.from().toString(), "to", span.to().toString());
  }

  Map<String, @Nullable Object> answer(RosterRegister.Answer answer) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", answer.area());
    json.put("areaName", nameOf(answer.area()));
    String by = answer.answeredByOrNull();
    json.put("answeredBy", by);
    json.put("answeredByName", by == null ? null : nameOf(by));
    json.put("onDuty", entries(answer.onDuty()));
    json.put("next", Optional.ofNullable(answer.nextOrNull()).map(Object::toString).orElse(null));
    return json;
  }

  String nameOf(String area) {
    return atlas.find(AreaKey.tree(area)).map(Area::name).orElse(area);
  }
}
