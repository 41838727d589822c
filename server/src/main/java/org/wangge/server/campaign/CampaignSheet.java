package org.wangge.server.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Declared;
import org.wangge.campaign.Hazard;
import org.wangge.campaign.HazardRegister;
import org.wangge.campaign.Question;
import org.wangge.campaign.UnitKind;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.plan.impact.SheetRow;

/**
 * A campaign as tables of a file: a row for each door, a row for each hazard.
 *
 * @param words in which language
 * @param campaign which
 * @param units its doors, as the caller may read them
 * @param hazards found there
 * @param atlas what grids are called
 * @param now by which hazards are overdue
 */
record CampaignSheet(
    CampaignWords words,
    Campaign campaign,
    List<CampaignUnit> units,
    List<HazardRegister.Seen> hazards,
    AreaAtlas atlas,
    Instant now) {

  /** The tables by their names. */
  Map<String, List<SheetRow>> tables() {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    tables.put(words.of("campaign.doors"), doors());
    tables.put(words.of("campaign.hazards"), found());
    return tables;
  }

  private List<SheetRow> doors() {
    Checklist checklist = campaign.plan().checklist();
    List<Object> head = new ArrayList<>();
    head.add(words.of("campaign.number"));
    head.add(words.of("campaign.grid"));
    head.add(words.of("campaign.building"));
    head.add(words.of("campaign.door"));
    boolean declared = campaign.plan().kind() == UnitKind.DECLARATION;
    if (declared) {
      head.add(words.of("campaign.declared-name"));
      head.add(words.of("campaign.declared-address"));
      head.add(words.of("campaign.statement"));
    }
    head.add(words.of("campaign.state"));
    checklist.questions().stream().map(Question::text).forEach(head::add);
    head.add(words.of("campaign.hazards"));
    head.add(words.of("campaign.answered-at"));
    List<SheetRow> rows = new ArrayList<>();
    rows.add(new SheetRow(head));
    units.forEach(unit -> rows.add(door(checklist, unit)));
    return rows;
  }

  private SheetRow door(Checklist checklist, CampaignUnit unit) {
    List<Object> cells = new ArrayList<>();
    cells.add(unit.number());
    cells.add(CampaignJson.nameOf(unit.spot().grid(), atlas));
    cells.add(unit.spot().building());
    cells.add(unit.spot().door());
    Declared declared = unit.declaredOrNull();
    if (declared != null) {
      cells.add(declared.name());
      cells.add(declared.address());
      cells.add(declared.statement());
    }
    cells.add(words.of(unit.version() == 0 ? "campaign.open" : "campaign.answered"));
    for (int place = 1; place <= checklist.questions().size(); place++) {
      String answer = value(unit, place);
      boolean inWords = checklist.question(place).kind() == Question.Kind.TEXT;
      cells.add(answer.isEmpty() || inWords ? answer : words.of("campaign." + answer));
    }
    cells.add(unit.answer().map(one -> one.hazards()).orElse(0));
    cells.add(unit.answer().map(one -> words.minute(one.at())).orElse(""));
    return new SheetRow(cells);
  }

  private static String value(CampaignUnit unit, int place) {
    return unit.answer().map(one -> one.values().getOrDefault(place, "")).orElse("");
  }

  private List<SheetRow> found() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            words.of("campaign.number"),
            words.of("campaign.grid"),
            words.of("campaign.building"),
            words.of("campaign.door"),
            words.of("campaign.hazard"),
            words.of("campaign.state"),
            words.of("campaign.found-at"),
            words.of("campaign.due-at"),
            words.of("campaign.overdue"),
            words.of("campaign.rechecks")));
    for (HazardRegister.Seen seen : hazards) {
      Hazard one = seen.hazard();
      rows.add(
          SheetRow.of(
              one.number(),
              CampaignJson.nameOf(one.spot().grid(), atlas),
              one.spot().building(),
              one.spot().door(),
              seen.question().text(),
              words.of("campaign.hazard." + one.state().word()),
              words.minute(one.found().at()),
              words.minute(one.due()),
              one.isOverdue(now) ? words.of("campaign.yes") : "",
              one.rechecks().size()));
    }
    return rows;
  }
}
