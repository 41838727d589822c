package org.wangge.server.campaign;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignStore;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Declared;
import org.wangge.campaign.Question;
import org.wangge.campaign.Tally;
import org.wangge.campaign.UnitAnswer;
import org.wangge.campaign.UnitQuery;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Masking;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Campaigns in plain SQL for both databases. Thread-safe. */
final class JdbcCampaignStore implements CampaignStore {
  /** Rows sent to the database in one go. */
  private static final int BATCH = 2_000;

  private static final String UNITS =
      """
      select u.*, a.answer_key, a.answered_at, a.account, a.answers, d.reference, d.name, d.phone,
        d.address, d.statement
      from campaign_unit u left join campaign_answer a
        on a.campaign_id = u.campaign_id and a.number = u.number and a.version = u.version
      left join campaign_declared d on d.campaign_id = u.campaign_id and d.number = u.number
      """;

  @Override
  public Optional<Campaign> find(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from campaign_campaign where id = ?", row -> campaign(tx, row), id)
        .filter(one -> isSeen(tx, caller.scope(), one.id(), null));
  }

  @Override
  public List<Campaign> list(
      Tx tx, Caller caller, @Nullable String areaOrNull, long before, int limit) {
    Where where = new Where().and("id < ?", before);
    List<Long> ids =
        JdbcTx.of(tx)
            .query(
                "select id from campaign_campaign" + where.sql() + " order by id desc",
                row -> row.number("id"),
                where.parameters());
    return ids.stream()
        .filter(id -> isSeen(tx, caller.scope(), id, areaOrNull))
        .limit(limit)
        .flatMap(id -> find(tx, Caller.upkeep(), id).stream())
        .toList();
  }

  private static Campaign campaign(Tx tx, Row row) throws SQLException {
    List<Question> questions =
        JdbcTx.of(tx)
            .query(
                "select * from campaign_question where campaign_id = ? order by place",
                CampaignRows::question,
                row.number("id"));
    return CampaignRows.campaign(row, new Checklist(questions));
  }

  /** Whether one of its units lies in an area and in a scope. */
  private static boolean isSeen(Tx tx, AreaScope scope, long id, @Nullable String area) {
    if (scope.everywhere() && area == null) {
      return true;
    }
    Where where =
        new Where()
            .and("campaign_id = ?", id)
            .below("grid_code", area)
            .within("grid_code", "location", scope);
    String limit = scope.grounds().isEmpty() ? " limit 1" : "";
    return JdbcTx.of(tx)
        .query(
            "select grid_code, location from campaign_unit" + where.sql() + limit,
            row ->
                scope.covers(
                    row.string("grid_code"),
                    Points.onLattice(row.geometry("location").orElseThrow())),
            where.parameters())
        .contains(true);
  }

  @Override
  public Campaign add(Tx tx, Caller caller, Campaign opened, List<CampaignUnit.Spot> spots) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Campaign.Plan plan = opened.plan();
    long id =
        jdbc.insert(
            """
            insert into campaign_campaign (version, title, unit_kind, areas, from_at, until_at,
              units, generated, opened_at, opened_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            opened.version(),
            plan.title(),
            plan.kind().word(),
            String.join(" ", plan.areas()),
            plan.from(),
            plan.until(),
            opened.units(),
            plan.generated(),
            opened.opened().at(),
            opened.opened().account());
    addQuestions(jdbc, id, plan.checklist());
    for (int from = 0; from < spots.size(); from += BATCH) {
      addUnits(jdbc, id, from, spots.subList(from, Math.min(from + BATCH, spots.size())));
    }
    return new Campaign(id, opened.version(), plan, opened.units(), opened.opened(), null);
  }

  private static void addQuestions(JdbcTx jdbc, long id, Checklist checklist) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Question one : checklist.questions()) {
      Question.YesNo hazard = one.hazardOnOrNull();
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            one.text(),
            one.kind().word(),
            hazard == null ? null : hazard.word(),
            one.recheckDays()
          });
    }
    jdbc.updateAll(
        """
        insert into campaign_question (campaign_id, place, text, kind, hazard_on, recheck_days)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static void addUnits(JdbcTx jdbc, long id, int before, List<CampaignUnit.Spot> spots) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (CampaignUnit.Spot one : spots) {
      rows.add(
          new @Nullable Object[] {
            id,
            before + rows.size() + 1,
            one.grid(),
            one.buildingId(),
            one.unitId(),
            one.placeId(),
            one.building(),
            one.door(),
            Points.toDegrees(one.at())
          });
    }
    jdbc.updateAll(
        """
        insert into campaign_unit (campaign_id, number, grid_code, building_id, unit_id, place_id,
          building, door, location, version, hazards)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """,
        rows);
  }

  @Override
  public void declare(Tx tx, Caller caller, long id, List<Declared> declared) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Declared one : declared) {
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            one.reference(),
            one.name(),
            one.phone(),
            one.address(),
            one.statement()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into campaign_declared (campaign_id, number, reference, name, phone, address,
              statement)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public void eraseDeclared(Tx tx, Caller caller, long id, int number) {
    JdbcTx.of(tx)
        .update(
            """
            update campaign_declared set name = '', phone = '', address = '', statement = ?
            where campaign_id = ? and number = ?
            """,
            Masking.ERASED,
            id,
            number);
  }

  @Override
  public void change(Tx tx, Caller caller, Campaign changed) {
    Campaign.Deed ending = changed.endingOrNull();
    int touched =
        JdbcTx.of(tx)
            .update(
                """
                update campaign_campaign set version = ?, closed_at = ?, closed_by = ?
                where id = ? and version = ?
                """,
                changed.version(),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.account(),
                changed.id(),
                changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
  }

  @Override
  public void holdUnit(Tx tx, Caller caller, long id, int number) {
    JdbcTx.of(tx)
        .queryOne(
            "select number from campaign_unit where campaign_id = ? and number = ? for update",
            row -> row.integer("number"),
            id,
            number);
  }

  @Override
  public Optional<CampaignUnit> findUnit(Tx tx, Caller caller, long id, int number) {
    return JdbcTx.of(tx)
        .queryOne(
            UNITS + " where u.campaign_id = ? and u.number = ?", CampaignRows::unit, id, number)
        .filter(one -> caller.scope().covers(one.spot().grid(), one.spot().at()));
  }

  @Override
  public List<CampaignUnit> listUnits(Tx tx, Caller caller, long id, UnitQuery query) {
    AreaScope scope = caller.scope();
    return ScopedPage.read(
        scope,
        (after, limit) -> units(tx, scope, id, query, Integer.parseInt(after), limit),
        one -> Integer.toString(one.number()),
        Integer.toString(query.after()),
        query.limit(),
        one -> scope.covers(one.spot().grid(), one.spot().at()));
  }

  private static List<CampaignUnit> units(
      Tx tx, AreaScope scope, long id, UnitQuery query, int after, int limit) {
    Where where =
        new Where()
            .and("u.campaign_id = ?", id)
            .and("u.number > ?", after)
            .below("u.grid_code", query.areaOrNull())
            .andIf("u.unit_id = ?", query.unitOrNull())
            .within("u.grid_code", "u.location", scope);
    UnitQuery.State state = query.stateOrNull();
    if (state != null) {
      where.and(
          switch (state) {
            case OPEN -> "u.version = 0";
            case ANSWERED -> "u.version > 0";
            case HAZARDOUS -> "u.hazards > 0";
          });
    }
    return JdbcTx.of(tx)
        .query(
            UNITS + where.sql() + " order by u.number limit ?",
            CampaignRows::unit,
            where.parameters(limit));
  }

  @Override
  public Optional<Integer> findKey(Tx tx, Caller caller, long id, String key) {
    return JdbcTx.of(tx)
        .queryOne(
            "select number from campaign_answer where campaign_id = ? and answer_key = ?",
            row -> row.integer("number"),
            id,
            key);
  }

  @Override
  public void answer(Tx tx, Caller caller, long id, CampaignUnit answered) {
    UnitAnswer answer = Objects.requireNonNull(answered.answerOrNull());
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        jdbc.update(
            """
            update campaign_unit set version = ?, hazards = ?
            where campaign_id = ? and number = ? and version = ?
            """,
            answered.version(),
            answer.hazards(),
            id,
            answered.number(),
            answered.version() - 1);
    if (touched == 0) {
      throw Conflict.version(answered.version() - 1, answered.version());
    }
    jdbc.update(
        """
        insert into campaign_answer (campaign_id, number, version, answer_key, answered_at, account,
          answers, hazards)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        answered.number(),
        answered.version(),
        answer.key(),
        answer.at(),
        answer.account(),
        CampaignRows.text(answer.values()),
        answer.hazards());
  }

  @Override
  public List<Tally> progress(Tx tx, Caller caller, long id) {
    AreaScope scope = caller.scope();
    Where where = new Where().and("campaign_id = ?", id).within("grid_code", "location", scope);
    return scope.grounds().isEmpty() ? counted(tx, where) : together(tx, where, scope);
  }

  private static List<Tally> counted(Tx tx, Where where) {
    return JdbcTx.of(tx)
        .query(
            """
            select grid_code, unit_id, max(building) as building, count(*) as all_of_it,
              count(*) filter (where version > 0) as answered,
              count(*) filter (where hazards > 0) as hazardous
            from campaign_unit
            """
                + where.sql()
                + " group by grid_code, unit_id order by grid_code, unit_id",
            JdbcCampaignStore::tally,
            where.parameters());
  }

  private static Tally tally(Row row) throws SQLException {
    return new Tally(
        row.string("grid_code"),
        row.string("unit_id"),
        row.string("building"),
        row.integer("all_of_it"),
        row.integer("answered"),
        row.integer("hazardous"));
  }

  /** Of overlay areas only the boxes are asked in the query, so each row is looked at here. */
  private static List<Tally> together(Tx tx, Where where, AreaScope scope) {
    List<Tally> all = new ArrayList<>();
    JdbcTx.of(tx)
        .query(
            UNITS.replace("campaign_unit u", "(select * from campaign_unit" + where.sql() + ") u")
                + " order by u.grid_code, u.unit_id",
            CampaignRows::unit,
            where.parameters())
        .stream()
        .filter(one -> scope.covers(one.spot().grid(), one.spot().at()))
        .map(JdbcCampaignStore::tally)
        .forEach(
            one -> {
              int last = all.size() - 1;
              if (last >= 0 && all.get(last).isBeside(one)) {
                all.set(last, all.get(last).and(one));
              } else {
                all.add(one);
              }
            });
    return all;
  }

  private static Tally tally(CampaignUnit unit) {
    UnitAnswer answer = unit.answerOrNull();
    return new Tally(
        unit.spot().grid(),
        unit.spot().unitId(),
        unit.spot().building(),
        1,
        answer == null ? 0 : 1,
        answer != null && answer.hazards() > 0 ? 1 : 0);
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, long id, int number, Set<Integer> questions) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Where where = new Where().and("campaign_id = ?", id).and("number = ?", number);
    List<@Nullable Object[]> rows = new ArrayList<>();
    jdbc.query(
            "select version, answers from campaign_answer" + where.sql(),
            row -> List.of(row.integer("version"), row.string("answers")),
            where.parameters())
        .forEach(
            one ->
                rows.add(
                    new @Nullable Object[] {
                      CampaignRows.without((String) one.get(1), questions), id, number, one.get(0)
                    }));
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          update campaign_answer set answers = ?
          where campaign_id = ? and number = ? and version = ?
          """,
          rows);
    }
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    Numbers.erase(tx, "campaign_answer", "answers", numbers);
    Numbers.erase(tx, "campaign_declared", "statement", numbers);
    for (String number : numbers) {
      JdbcTx.of(tx)
          .update(
              "update campaign_declared set name = '', phone = '', address = '' where phone = ?",
              number);
    }
  }
}
