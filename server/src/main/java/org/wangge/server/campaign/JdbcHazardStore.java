package org.wangge.server.campaign;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Hazard;
import org.wangge.campaign.HazardQuery;
import org.wangge.campaign.HazardStore;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Hazards in plain SQL for both databases. Thread-safe. */
final class JdbcHazardStore implements HazardStore {
  private static final String HAZARDS =
      """
      select h.*, u.grid_code, u.building_id, u.unit_id, u.place_id, u.building, u.door, u.location
      from campaign_hazard h
        join campaign_unit u on u.campaign_id = h.campaign_id and u.number = h.number
      """;

  @Override
  public void hold(Tx tx, Caller caller, long id) {
    JdbcTx.of(tx)
        .queryOne(
            "select id from campaign_hazard where id = ? for update", row -> row.number("id"), id);
  }

  @Override
  public Optional<Hazard> find(Tx tx, Caller caller, long campaign, long id) {
    Where where = new Where().and("h.campaign_id = ?", campaign).and("h.id = ?", id);
    return read(tx, where, 1).stream()
        .filter(one -> caller.scope().covers(one.spot().grid(), one.spot().at()))
        .findFirst();
  }

  @Override
  public List<Hazard> list(Tx tx, Caller caller, long campaign, HazardQuery query) {
    AreaScope scope = caller.scope();
    return ScopedPage.read(
        scope,
        (after, limit) -> read(tx, where(scope, campaign, query, after), limit),
        one -> Long.toString(one.id()),
        Long.toString(query.after()),
        query.limit(),
        one -> scope.covers(one.spot().grid(), one.spot().at()));
  }

  private static Where where(AreaScope scope, long campaign, HazardQuery query, String after) {
    Where where =
        new Where()
            .and("h.campaign_id = ?", campaign)
            .and("h.id > ?", Long.parseLong(after))
            .below("u.grid_code", query.areaOrNull())
            .andIf("h.due_at < ?", query.overdueAtOrNull())
            .within("u.grid_code", "u.location", scope);
    if (query.open() || query.overdueAtOrNull() != null) {
      where.and(
          "h.state not in (?, ?)", Hazard.State.RECTIFIED.word(), Hazard.State.WITHDRAWN.word());
    }
    return where;
  }

  @Override
  public List<Hazard> ofUnit(Tx tx, Caller caller, long campaign, int number) {
    Where where = new Where().and("h.campaign_id = ?", campaign).and("h.number = ?", number);
    return read(tx, where, Integer.MAX_VALUE);
  }

  private static List<Hazard> read(Tx tx, Where where, int limit) {
    return JdbcTx.of(tx)
        .query(
            HAZARDS + where.sql() + " order by h.id limit ?",
            row -> hazard(tx, row),
            where.parameters(limit));
  }

  private static Hazard hazard(Tx tx, Row row) throws SQLException {
    long id = row.number("id");
    return new Hazard(
        id,
        row.number("campaign_id"),
        row.integer("number"),
        row.integer("question"),
        new CampaignUnit.Spot(
            row.string("grid_code"),
            row.string("building_id"),
            row.string("unit_id"),
            row.string("place_id"),
            row.string("building"),
            row.string("door"),
            Points.onLattice(row.geometry("location").orElseThrow())),
        row.integer("version"),
        Hazard.State.find(row.string("state")).orElseThrow(),
        new Campaign.Deed(row.instant("found_at"), row.string("found_by")),
        row.instant("due_at"),
        JdbcTx.of(tx)
            .query(
                "select * from campaign_recheck where hazard_id = ? order by sequence",
                JdbcHazardStore::recheck,
                id));
  }

  private static Hazard.Recheck recheck(Row row) throws SQLException {
    return new Hazard.Recheck(
        row.string("recheck_key"),
        row.instant("checked_at"),
        row.string("account"),
        row.flag("rectified"),
        row.string("photo_id"));
  }

  @Override
  public Hazard add(Tx tx, Caller caller, Hazard found) {
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into campaign_hazard (campaign_id, number, question, version, state,
                  found_at, found_by, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                found.campaign(),
                found.number(),
                found.question(),
                found.version(),
                found.state().word(),
                found.found().at(),
                found.found().account(),
                found.due());
    return found.withId(id);
  }

  @Override
  public void change(Tx tx, Caller caller, Hazard changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        jdbc.update(
            """
            update campaign_hazard set version = ?, state = ?, due_at = ?
            where id = ? and version = ?
            """,
            changed.version(),
            changed.state().word(),
            changed.due(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    int written =
        jdbc.queryOne(
                "select count(*) as written from campaign_recheck where hazard_id = ?",
                row -> row.integer("written"),
                changed.id())
            .orElse(0);
    for (int i = written; i < changed.rechecks().size(); i++) {
      Hazard.Recheck one = changed.rechecks().get(i);
      jdbc.update(
          """
          insert into campaign_recheck (hazard_id, sequence, recheck_key, checked_at, account,
            rectified, photo_id)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          changed.id(),
          i + 1,
          one.key(),
          one.at(),
          one.account(),
          one.rectified(),
          one.photo());
    }
  }
}
