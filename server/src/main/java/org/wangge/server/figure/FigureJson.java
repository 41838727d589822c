package org.wangge.server.figure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.figure.Case;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureTable;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Period;
import org.wangge.figure.Tally;
import org.wangge.grid.Partition;
import org.wangge.word.Word;

/** Figures as JSON. */
final class FigureJson {
  private FigureJson() {}

  static Map<String, @Nullable Object> table(
      FigureTable table,
      List<FigureTable.Group> groups,
      Function<FigureTable.Group, FigureNames.@Nullable Name> names) {
    Period period = table.question().period();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("period", period(period, table.span()));
    json.put("before", period(period.previous(), null));
    json.put("lastYear", period(period.lastYear(), null));
    json.put("by", table.question().by().word());
    json.put("grades", table.rules().version());
    json.put("chain", table.chain().stream().map(FigureJson::step).toList());
    json.put("total", counted(table, table.total(), FigureLinks.of(table)));
    json.put(
        "groups", groups.stream().map(group -> group(table, group, names.apply(group))).toList());
    json.put("groupCount", table.groups().size());
    return json;
  }

  private static Map<String, @Nullable Object> step(FigureTable.Step step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", step.code());
    json.put("name", step.name().orElse(null));
    json.put("level", step.level().orElse(null));
    return json;
  }

  /** The overlay partitions. */
  static List<Map<String, Object>> partitions(List<Partition> all) {
    return all.stream()
        .filter(one -> !one.id().equals(Partition.TREE))
        .map(
            one ->
                Map.<String, Object>of(
                    "id", one.id(), "nameZh", one.nameZh(), "nameEn", one.nameEn()))
        .toList();
  }

  static Map<String, Object> name(FigureNames.Name name) {
    return Map.of("zh", name.zh(), "en", name.en());
  }

  static Map<String, Object> period(Period period, Period.@Nullable Span span) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", period.kind().word());
    json.put("day", period.firstDay().toString());
    json.put("lastDay", period.lastDay().toString());
    json.put("from", period.from().toString());
    json.put("to", period.to().toString());
    if (span != null) {
      json.put("asOf", span.asOf().toString());
      json.put("running", span.isRunning());
    }
    return json;
  }

  private static Map<String, @Nullable Object> group(
      FigureTable table, FigureTable.Group group, FigureNames.@Nullable Name name) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", group.key());
    json.put("nameZh", name == null ? null : name.zh());
    json.put("nameEn", name == null ? null : name.en());
    json.put("level", group.level().orElse(null));
    json.putAll(counted(table, group.figures(), FigureLinks.of(table, group.key())));
    return json;
  }

  private static Map<String, @Nullable Object> counted(
      FigureTable table, FigureTable.Three three, FigureLinks links) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Optional<GradeRules.Grade> grade = table.rules().of(three.now());
    json.put("grade", grade.map(Word::word).orElse(null));
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      Map<String, @Nullable Object> value = value(three.now().of(figure));
      if (!figure.isMean()) {
        value.put("list", links.list(figure.numerator()));
      }
      figure.denominator().ifPresent(measure -> value.put("of", links.list(measure)));
      value.put("before", value(three.before().of(figure)));
      value.put("lastYear", value(three.lastYear().of(figure)));
      figures.put(figure.word(), value);
    }
    json.put("figures", figures);
    return json;
  }

  private static Map<String, @Nullable Object> value(Tally.Value value) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("numerator", value.numerator());
    if (value.figure().denominator().isPresent()) {
      json.put("denominator", value.denominatorOrNull());
      json.put(value.figure().isMean() ? "mean" : "percent", value.result().orElse(null));
    }
    return json;
  }

  static Map<String, Object> series(List<Period> periods, List<Tally> tallies, Instant now) {
    return Map.of(
        "periods",
        IntStream.range(0, periods.size())
            .mapToObj(
                i -> {
                  Map<String, Object> json = period(periods.get(i), periods.get(i).span(now));
                  Map<String, Object> figures = new LinkedHashMap<>();
                  for (Figure figure : Figure.values()) {
                    figures.put(figure.word(), value(tallies.get(i).of(figure)));
                  }
                  json.put("figures", figures);
                  return json;
                })
            .toList());
  }

  /** A case of a list, in the grid it counts in. */
  static Map<String, @Nullable Object> one(Case one) {
    Case.Course course = one.course();
    Optional<Case.Round> round = course.rounds().stream().reduce((earlier, later) -> later);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("number", one.number());
    json.put("category", one.category());
    json.put("channel", one.channel().word());
    json.put("priority", one.priority().word());
    json.put("grid", one.gridOrNull());
    json.put("reportedAt", course.reported().toString());
    json.put("filedAt", text(course.filedOrNull()));
    json.put("dueAt", round.map(it -> it.due().toString()).orElse(null));
    json.put("closedAt", text(round.map(Case.Round::closedOrNull).orElse(null)));
    json.put("late", round.map(Case.Round::late).orElse(false));
    json.put("excused", course.traits().excused());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  static Map<String, Object> rules(GradeRules rules) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", rules.version());
    json.put("since", rules.since().toString());
    json.put(
        "thresholds",
        rules.thresholds().stream()
            .map(
                one ->
                    Map.of(
                        "figure", one.figure().word(),
                        "better", one.figure().better().word(),
                        "excellent", one.excellent(),
                        "competent", one.competent()))
            .toList());
    return json;
  }
}
