package org.wangge.server.visit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.place.Door;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.visit.DoorPast;
import org.wangge.visit.DoorStanding;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Rhythm;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitOutcome;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitStore;
import org.wangge.visit.VisitTarget;

/** Rows of visits as values, and back. */
final class VisitRows {
  private static final String BETWEEN = "\n";

  private VisitRows() {}

  static VisitRule rule(Row row, Facts facts) throws SQLException {
    return new VisitRule(
        row.number("id"),
        row.integer("version"),
        new VisitRule.Plan(
            row.string("title"),
            row.string("purpose"),
            VisitTarget.find(row.string("target")).orElseThrow(),
            kinds(row.string("kinds")),
            words(row.string("areas")),
            new Rhythm(
                row.integer("every"), Rhythm.Unit.find(row.string("rhythm_unit")).orElseThrow()),
            facts),
        row.instant("begun_at"),
        row.flag("retired"),
        row.flag("generated"));
  }

  static Fact fact(Row row) throws SQLException {
    String choices = row.string("choices");
    return new Fact(
        row.string("text"),
        Fact.Kind.find(row.string("kind")).orElseThrow(),
        choices.isEmpty() ? List.of() : List.of(choices.split(BETWEEN, -1)));
  }

  static String choices(Fact fact) {
    return String.join(BETWEEN, fact.choices());
  }

  static Door door(Row row) throws SQLException {
    return new Door(
        Door.Kind.valueOf(row.string("door_kind")),
        row.string("grid_code"),
        row.string("building_id"),
        row.string("unit_id"),
        row.string("place_id"),
        row.string("building"),
        row.string("door"),
        Points.onLattice(row.geometry("location").orElseThrow()));
  }

  static Visit visit(Row row) throws SQLException {
    var corrects = row.integerIfAny("corrects");
    return new Visit(
        row.number("rule_id"),
        row.integer("rule_version"),
        door(row),
        row.integer("version"),
        row.string("visit_key"),
        row.string("account"),
        new Visit.Times(row.instant("held_at"), row.instant("kept_at")),
        new Visit.Said(
            VisitOutcome.find(row.string("outcome")).orElseThrow(),
            day(row),
            values(row.string("answers")),
            row.string("note")),
        row.stringIfAny("incident_id").orElse(null),
        corrects.isPresent() ? (Integer) corrects.getAsInt() : null);
  }

  private static @Nullable LocalDate day(Row row) throws SQLException {
    return row.stringIfAny("next_try").map(LocalDate::parse).orElse(null);
  }

  static DoorStanding standing(Row row) throws SQLException {
    return new DoorStanding(
        row.number("rule_id"),
        row.string("place_id"),
        row.integer("version"),
        row.instantIfAny("settled_at").orElse(null),
        row.integer("tries"),
        day(row),
        row.stringIfAny("outcome").flatMap(VisitOutcome::find).orElse(null));
  }

  static DoorPast past(Row row) throws SQLException {
    return new DoorPast(
        row.number("rule_id"),
        row.string("place_id"),
        row.instantIfAny("settled_before").orElse(null),
        row.integer("seen") > 0,
        row.integer("settled") > 0,
        row.integer("tried") > 0);
  }

  static VisitStore.Marks marks(Row row) throws SQLException {
    return new VisitStore.Marks(row.integer("version"), kinds(row.string("kinds")));
  }

  static Set<MustSee> kinds(String text) {
    Set<MustSee> kinds = EnumSet.noneOf(MustSee.class);
    words(text).forEach(word -> kinds.add(MustSee.find(word).orElseThrow()));
    return kinds;
  }

  static String text(Set<MustSee> kinds) {
    return kinds.stream().map(MustSee::word).sorted().collect(Collectors.joining(" "));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
  }

  /** {@code 1 yes}, a line for each; an answer has no line breaks. */
  static String text(Map<Integer, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(BETWEEN));
  }

  static Map<Integer, String> values(String text) {
    Map<Integer, String> values = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              values.put(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1));
            });
    return values;
  }
}
