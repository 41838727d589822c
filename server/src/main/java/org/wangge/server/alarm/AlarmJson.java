package org.wangge.server.alarm;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.alarm.Alarm;
import org.wangge.alarm.AlarmBoard;
import org.wangge.alarm.AlarmCause;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.AlarmRegister;
import org.wangge.alarm.AlarmRow;
import org.wangge.alarm.AlarmRule;
import org.wangge.alarm.Shelf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Alarms as JSON. */
final class AlarmJson {
  /** How many parts of the row of the rest are told; there may be as many as grids and kinds. */
  private static final int PARTS = 60;

  private final AreaAtlas areas;

  AlarmJson(AreaAtlas areas) {
    this.areas = areas;
  }

  Map<String, @Nullable Object> board(AlarmRegister.Seen seen, Instant now) {
    AlarmBoard board = seen.board();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("asOf", now.toString());
    json.put("emergencies", board.emergencies().stream().map(this::row).toList());
    json.put("rows", board.rows().stream().map(this::row).toList());
    json.put("waiting", words(board.waiting()));
    json.put("shares", shares(seen.rang().counts()));
    json.put("shareDays", AlarmRegister.SHARE_DAYS);
    json.put("sharesSince", seen.rang().since().toString());
    json.put("sharesBefore", Long.toString(seen.rang().before()));
    json.put("flood", board.flood().map(flood -> flood(flood, board.gathered())).orElse(null));
    json.put("shelved", board.shelved());
    json.put("shelves", seen.shelves().stream().map(this::shelf).toList());
    json.put("actions", seen.actions().stream().map(AlarmRegister.Action::word).toList());
    return json;
  }

  private static Map<String, Integer> words(Map<AlarmPriority, Integer> counts) {
    Map<String, Integer> json = new LinkedHashMap<>();
    counts.forEach((priority, count) -> json.put(priority.word(), count));
    return json;
  }

  private static List<Map<String, Object>> shares(Map<AlarmPriority, Integer> rang) {
    int all = rang.values().stream().mapToInt(Integer::intValue).sum();
    return Arrays.stream(AlarmPriority.values())
        .map(
            priority -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("priority", priority.word());
              json.put("count", rang.getOrDefault(priority, 0));
              json.put("of", all);
              json.put("targetPercent", priority.targetPercent());
              return json;
            })
        .toList();
  }

  private static Map<String, Object> flood(AlarmBoard.Lasting flood, int gathered) {
    return Map.of(
        "since", flood.since().toString(),
        "until", flood.until().toString(),
        "gathered", gathered);
  }

  private Map<String, @Nullable Object> row(AlarmRow row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", row.key());
    json.put("showing", row.showing().word());
    json.put("priority", row.priority().word());
    json.put("count", row.count());
    json.put("firstAt", row.first().rungAt().toString());
    json.put("lastAt", row.lastAt().toString());
    json.put("upTo", Long.toString(row.last().id()));
    if (row.showing() == Alarm.Showing.REST) {
      parts(row, json);
    } else {
      json.putAll(alarm(row.last()));
    }
    return json;
  }

  private void parts(AlarmRow row, Map<String, @Nullable Object> json) {
    Map<String, List<Alarm>> parts =
        row.alarms().stream()
            .collect(Collectors.groupingBy(Alarm::group, LinkedHashMap::new, Collectors.toList()));
    json.put("groups", parts.size());
    json.put(
        "parts",
        parts.values().stream()
            .sorted((one, other) -> Integer.compare(other.size(), one.size()))
            .limit(PARTS)
            .map(this::part)
            .toList());
  }

  private Map<String, @Nullable Object> part(List<Alarm> alarms) {
    Alarm last = alarms.get(alarms.size() - 1);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", last.cause().kind().word());
    json.put("priority", last.priority().word());
    json.put("grid", last.cause().place().grid());
    json.put("gridName", nameOf(last.cause().place().grid()));
    json.put("count", alarms.size());
    return json;
  }

  private Map<String, @Nullable Object> alarm(Alarm alarm) {
    AlarmCause cause = alarm.cause();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(alarm.id()));
    json.put("kind", cause.kind().word());
    json.put("grid", cause.place().grid());
    json.put("gridName", nameOf(cause.place().grid()));
    json.put("incident", cause.incidentId());
    json.put("subject", cause.subject());
    json.put("detail", cause.detail());
    json.put("lon", cause.place().at().lonDegrees());
    json.put("lat", cause.place().at().latDegrees());
    json.put("state", alarm.state().word());
    return json;
  }

  /** Empty where there is no such area now. */
  private String nameOf(String code) {
    return areas.find(AreaKey.tree(code)).map(Area::name).orElse("");
  }

  Map<String, Object> feature(Alarm alarm) {
    Map<String, @Nullable Object> json = alarm(alarm);
    Alarm.Acknowledged seen = alarm.acknowledgedOrNull();
    Instant cleared = alarm.clearedAtOrNull();
    json.put("priority", alarm.priority().word());
    json.put("showing", alarm.showing().word());
    json.put("pushed", alarm.pushed());
    json.put("shelved", alarm.shelved());
    json.put("happenedAt", alarm.cause().at().toString());
    json.put("rungAt", alarm.rungAt().toString());
    json.put("acknowledgedAt", seen == null ? null : seen.at().toString());
    json.put("acknowledgedBy", seen == null ? null : seen.account());
    json.put("clearedAt", cleared == null ? null : cleared.toString());
    return FeaturePage.feature(
        Long.toString(alarm.id()), Points.toDegrees(alarm.cause().place().at()), json);
  }

  Map<String, @Nullable Object> shelf(Shelf shelf) {
    AlarmKind kind = shelf.kindOrNull();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(shelf.id()));
    json.put("kind", kind == null ? null : kind.word());
    json.put("area", shelf.area());
    json.put("areaName", nameOf(shelf.area()));
    json.put("since", shelf.since().toString());
    json.put("until", shelf.until().toString());
    json.put("reason", shelf.reason().word());
    json.put("account", shelf.account());
    return json;
  }

  static Map<String, Object> rule(AlarmRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", rule.kind().word());
    json.put("version", rule.version());
    json.put("priority", rule.wanted().priority().word());
    json.put("longestShelfMinutes", rule.wanted().longestShelfMinutes());
    json.put("since", rule.since().toString());
    return json;
  }
}
