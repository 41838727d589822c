package org.wangge.server.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureTable;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Tally;
import org.wangge.server.plan.impact.SheetRow;

/** Figures as tables of a file: each with its numerator and its denominator. */
final class FigureSheets {
  private final FigureWords words;
  private final FigureTable table;
  private final FieldworkCells fieldwork;

  FigureSheets(FigureWords words, FigureTable table, FieldworkCells fieldwork) {
    this.words = words;
    this.table = table;
    this.fieldwork = fieldwork;
  }

  /**
   * The tables by their names: all that was asked for, its groups, and what was patrolled and
   * visited in them.
   *
   * @param names of the groups, in their order
   */
  Map<String, List<SheetRow>> tables(List<String> names) {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    tables.put(words.of("figures.total"), total());
    tables.put(words.of("figures.groups"), groups(names));
    if (fieldwork.any()) {
      List<String> codes = table.groups().stream().map(FigureTable.Group::key).toList();
      tables.put(words.of("figures.fieldwork"), fieldwork.table(codes, names));
    }
    return tables;
  }

  private List<SheetRow> total() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            words.period(table),
            words.of("figures.numerator"),
            words.of("figures.denominator"),
            words.of("figures.result"),
            words.of("figures.before"),
            words.of("figures.lastYear")));
    for (Figure figure : Figure.values()) {
      Tally.Value now = table.total().now().of(figure);
      rows.add(
          SheetRow.of(
              words.of("figure." + figure.word()),
              now.numerator(),
              denominator(now),
              result(now),
              result(table.total().before().of(figure)),
              result(table.total().lastYear().of(figure))));
    }
    return rows;
  }

  private List<SheetRow> groups(List<String> names) {
    List<SheetRow> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>();
    head.add(words.of("figures.key"));
    head.add(words.of("figures.name"));
    head.add(words.of("figures.grade"));
    for (Figure figure : Figure.values()) {
      String name = words.of("figure." + figure.word());
      head.add(figure.isShare() ? name + " %" : name);
      if (figure.denominator().isPresent()) {
        head.add(name + " " + words.of("figures.numerator"));
        head.add(name + " " + words.of("figures.denominator"));
      }
    }
    rows.add(new SheetRow(head));
    for (int i = 0; i < table.groups().size(); i++) {
      FigureTable.Group group = table.groups().get(i);
      List<Object> cells = new ArrayList<>();
      cells.add(group.key());
      cells.add(names.get(i));
      cells.add(grade(group));
      for (Figure figure : Figure.values()) {
        Tally.Value value = group.figures().now().of(figure);
        cells.add(result(value));
        if (figure.denominator().isPresent()) {
          cells.add(value.numerator());
          cells.add(denominator(value));
        }
      }
      rows.add(new SheetRow(cells));
    }
    return rows;
  }

  private String grade(FigureTable.Group group) {
    Optional<GradeRules.Grade> grade = table.rules().of(group.figures().now());
    return words.of("figures.grade." + grade.map(GradeRules.Grade::word).orElse("none"));
  }

  private static Object denominator(Tally.Value value) {
    Integer denominator = value.denominatorOrNull();
    return denominator == null ? "" : denominator.longValue();
  }

  private Object result(Tally.Value value) {
    if (value.figure().denominator().isEmpty()) {
      return value.numerator();
    }
    Optional<BigDecimal> result = value.result();
    return result.isPresent() ? result.get() : words.of("figures.none");
  }
}
