package org.wangge.server.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Period;
import org.wangge.figure.Tally;
import org.wangge.grid.Level;
import org.wangge.wall.PastIncident;
import org.wangge.wall.WallFigures;

/** The wall's answers as JSON. */
final class WallJson {
  private static final List<Figure> FIGURES =
      List.of(
          Figure.RECEIVED,
          Figure.CLOSED,
          Figure.OVERDUE,
          Figure.CLOSING_RATE,
          Figure.ON_TIME_RATE,
          Figure.RESPONSE_RATE,
          Figure.SATISFACTION,
          Figure.HANDLING_MINUTES);

  private WallJson() {}

  static Map<String, Object> glance(WallFigures.Glance glance, Level level, Instant now) {
    FigureTable month = glance.month();
    List<Map<String, Object>> days = new ArrayList<>();
    for (int i = 0; i < glance.days().size(); i++) {
      Period day = glance.days().get(i);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("day", day.firstDay().toString());
      json.put("values", values(glance.counted().get(i)));
      days.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", now.toString());
    json.put("level", level.word());
    json.put("month", month.question().period().firstDay().toString());
    json.put("total", values(month.total().now()));
    json.put("before", values(month.total().before()));
    json.put(
        "areas",
        month.groups().stream()
            .map(one -> Map.of("code", one.key(), "values", values(one.figures().now())))
            .toList());
    json.put("days", days);
    return json;
  }

  /** Each as what is above its line and, of shares and means, what is below. */
  private static Map<String, Object> values(Tally tally) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Figure figure : FIGURES) {
      Tally.Value value = tally.of(figure);
      Integer denominator = value.denominatorOrNull();
      values.put(
          figure.word(),
          denominator == null
              ? List.of(value.numerator())
              : Arrays.asList(value.numerator(), denominator));
    }
    return values;
  }

  static Map<String, @Nullable Object> properties(PastIncident one) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", one.id());
    properties.put("number", one.number());
    properties.put("category", one.category());
    properties.put("priority", one.priority().word());
    properties.put("state", one.step().word());
    properties.put("grid", one.gridOrNull());
    properties.put("reportedAt", one.reportedAt().toString());
    properties.put("overdue", one.overdue());
    return properties;
  }
}
