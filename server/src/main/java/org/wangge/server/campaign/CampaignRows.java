package org.wangge.server.campaign;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Declared;
import org.wangge.campaign.Question;
import org.wangge.campaign.UnitAnswer;
import org.wangge.campaign.UnitKind;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Campaigns and their units, read from rows; and answers as one text, a line for each question. */
final class CampaignRows {
  private CampaignRows() {}

  static Campaign campaign(Row row, Checklist checklist) throws SQLException {
    Optional<Instant> closed = row.instantIfAny("closed_at");
    return new Campaign(
        row.number("id"),
        row.integer("version"),
        new Campaign.Plan(
            row.string("title"),
            UnitKind.find(row.string("unit_kind")).orElseThrow(),
            List.of(row.string("areas").split(" ", -1)),
            row.instant("from_at"),
            row.instant("until_at"),
            checklist,
            row.flag("generated")),
        row.integer("units"),
        new Campaign.Deed(row.instant("opened_at"), row.string("opened_by")),
        closed.isEmpty() ? null : new Campaign.Deed(closed.get(), row.string("closed_by")));
  }

  static Question question(Row row) throws SQLException {
    return new Question(
        row.string("text"),
        Question.Kind.find(row.string("kind")).orElseThrow(),
        row.stringIfAny("hazard_on").flatMap(Question.YesNo::find).orElse(null),
        row.integer("recheck_days"));
  }

  static CampaignUnit unit(Row row) throws SQLException {
    Optional<String> key = row.stringIfAny("answer_key");
    return new CampaignUnit(
        row.integer("number"),
        new CampaignUnit.Spot(
            row.string("grid_code"),
            row.string("building_id"),
            row.string("unit_id"),
            row.string("place_id"),
            row.string("building"),
            row.string("door"),
            Points.onLattice(row.geometry("location").orElseThrow())),
        row.integer("version"),
        key.isEmpty()
            ? null
            : new UnitAnswer(
                key.get(),
                row.instant("answered_at"),
                row.string("account"),
                values(row.string("answers")),
                row.integer("hazards")),
        declared(row));
  }

  private static @Nullable Declared declared(Row row) throws SQLException {
    Optional<String> reference = row.stringIfAny("reference");
    return reference.isEmpty()
        ? null
        : new Declared(
            reference.get(),
            row.string("name"),
            row.string("phone"),
            row.string("address"),
            row.string("statement"));
  }

  /** {@code 1 yes}, a line for each; an answer has no line breaks. */
  static String text(Map<Integer, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** The same text without the lines of some questions. */
  static String without(String text, Set<Integer> questions) {
    Map<Integer, String> left = values(text);
    left.keySet().removeAll(questions);
    return text(left);
  }

  private static Map<Integer, String> values(String text) {
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
