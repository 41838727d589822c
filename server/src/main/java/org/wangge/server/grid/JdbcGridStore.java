package org.wangge.server.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridStore;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.grid.SizeRule;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Where;

/** Areas in two clocks, in plain SQL for both databases. Thread-safe. */
public final class JdbcGridStore implements GridStore {
  private static final int ROWS_A_BATCH = 1_000;

  private static final String STATES =
      """
      select s.*, a.partition_id, a.code
      from grid_state s join grid_area a on a.id = s.area_id
      """;

  private static final String VALID_AND_KNOWN =
      """
      s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)
      and s.known_from <= ? and (s.known_to is null or s.known_to > ?)
      """;

  private static final String ON_RECORD =
      STATES + " where a.partition_id = ? and a.code = ? and s.known_to is null ";

  private static final String INSERT_STATE =
      """
      insert into grid_state (area_id, version, scheme, level, parent_code, name, kind, households,
        population, shape, anchor_lon, anchor_lat, reason, valid_from, valid_to, known_from)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @Override
  public Optional<Area> find(Tx tx, Caller caller, AreaKey key, AsOf asOf) {
    List<AreaRow> rows =
        JdbcTx.of(tx)
            .query(
                STATES + " where a.partition_id = ? and a.code = ? and " + VALID_AND_KNOWN,
                AreaRow::read,
                key.partition(),
                key.code(),
                asOf.at(),
                asOf.at(),
                asOf.known(),
                asOf.known());
    return withInCharge(tx, rows).stream().findFirst();
  }

  @Override
  public List<Area> list(Tx tx, Caller caller, AreaQuery query) {
    AsOf asOf = query.asOf();
    Where where =
        new Where()
            .and("a.partition_id = ?", query.partition())
            .and(VALID_AND_KNOWN, asOf.at(), asOf.at(), asOf.known(), asOf.known())
            .andIf("s.level = ?", query.level().map(Level::word).orElse(null))
            .andIf("s.parent_code = ?", query.parentOrNull())
            .touching("s.shape", query.boxOrNull())
            .and("a.code > ?", query.afterCode());
    query
        .text()
        .ifPresent(
            text ->
                where.and(
                    "(a.code like ? or s.name like ?)",
                    Where.startsWith(text),
                    Where.holding(text)));
    return withInCharge(
        tx,
        JdbcTx.of(tx)
            .query(
                STATES + where.sql() + " order by a.code limit ?",
                AreaRow::read,
                where.parameters(query.limit())));
  }

  @Override
  public List<Area> history(Tx tx, Caller caller, AreaKey key) {
    return withInCharge(
        tx,
        JdbcTx.of(tx)
            .query(
                ON_RECORD + " order by s.valid_from", AreaRow::read, key.partition(), key.code()));
  }

  @Override
  public void add(Tx tx, Caller caller, List<Area> areas) {
    JdbcTx jdbc = JdbcTx.of(tx);
    nextCoverageVersion(jdbc);
    for (int from = 0; from < areas.size(); from += ROWS_A_BATCH) {
      addBatch(jdbc, areas.subList(from, Math.min(areas.size(), from + ROWS_A_BATCH)));
    }
  }

  private static void addBatch(JdbcTx tx, List<Area> areas) {
    List<@Nullable Object[]> heads = new ArrayList<>();
    for (Area area : areas) {
      if (taken(tx, area.key())) {
        throw new Conflict(
            "code-taken", Map.of("partition", area.key().partition(), "code", area.key().code()));
      }
      heads.add(new Object[] {area.key().partition(), area.key().code(), area.version()});
    }
    long[] ids =
        tx.insertAll("insert into grid_area (partition_id, code, version) values (?, ?, ?)", heads);
    List<@Nullable Object[]> states = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      states.add(stateRow(ids[i], areas.get(i), tx.now()));
    }
    long[] stateIds = tx.insertAll(INSERT_STATE, states);
    addInCharge(tx, stateIds, areas);
  }

  private static boolean taken(JdbcTx tx, AreaKey key) {
    return tx.queryOne(
            "select id from grid_area where partition_id = ? and code = ?",
            row -> row.number("id"),
            key.partition(),
            key.code())
        .isPresent();
  }

  @Override
  public void change(Tx tx, Caller caller, Area changed, int ifVersion) {
    JdbcTx jdbc = JdbcTx.of(tx);
    nextCoverageVersion(jdbc);
    long areaId = takeVersion(jdbc, changed.key(), ifVersion, changed.version());
    cutAt(jdbc, changed.key(), changed.validity().from());
    insert(jdbc, areaId, changed);
  }

  @Override
  public void retire(Tx tx, Caller caller, AreaKey key, Instant end, int ifVersion) {
    JdbcTx jdbc = JdbcTx.of(tx);
    nextCoverageVersion(jdbc);
    takeVersion(jdbc, key, ifVersion, ifVersion + 1);
    cutAt(jdbc, key, end);
  }

  /** Moves the area's head row from one version to the next: of two writers only one can. */
  private static long takeVersion(JdbcTx tx, AreaKey key, int from, int to) {
    int moved =
        tx.update(
            "update grid_area set version = ? where partition_id = ? and code = ? and version = ?",
            to,
            key.partition(),
            key.code(),
            from);
    Head head =
        tx.queryOne(
                "select id, version from grid_area where partition_id = ? and code = ?",
                row -> new Head(row.number("id"), row.integer("version")),
                key.partition(),
                key.code())
            .orElseThrow(
                () ->
                    new NotFound(
                        "area-unknown", Map.of("partition", key.partition(), "code", key.code())));
    if (moved == 0) {
      throw Conflict.version(from, head.version());
    }
    return head.id();
  }

  /**
   * Closes, on the clock of what is known, all that reaches beyond an instant, and keeps the part
   * before it.
   */
  private void cutAt(JdbcTx tx, AreaKey key, Instant instant) {
    List<AreaRow> reaching =
        tx.query(
            ON_RECORD + " and (s.valid_to is null or s.valid_to > ?)",
            AreaRow::read,
            key.partition(),
            key.code(),
            instant);
    List<Area> areas = withInCharge(tx, reaching);
    for (int i = 0; i < reaching.size(); i++) {
      AreaRow row = reaching.get(i);
      close(tx, row);
      Validity validity = row.builder().build().validity();
      if (validity.from().isBefore(instant)) {
        insert(tx, row.areaId(), areas.get(i).edit().validity(validity.until(instant)).build());
      }
    }
  }

  private static void close(JdbcTx tx, AreaRow row) {
    if (row.knownFrom().isBefore(tx.now())) {
      tx.update("update grid_state set known_to = ? where id = ?", tx.now(), row.stateId());
    } else {
      // Written by this very transaction (or within its microsecond): nobody can have known it.
      tx.update("delete from grid_in_charge where state_id = ?", row.stateId());
      tx.update("delete from grid_state where id = ?", row.stateId());
    }
  }

  private static void insert(JdbcTx tx, long areaId, Area area) {
    long stateId = tx.insert(INSERT_STATE, stateRow(areaId, area, tx.now()));
    addInCharge(tx, new long[] {stateId}, List.of(area));
  }

  private static @Nullable Object[] stateRow(long areaId, Area area, Instant knownFrom) {
    return new @Nullable Object[] {
      areaId,
      area.version(),
      area.scheme(),
      area.level().word(),
      area.parentCode().orElse(null),
      area.name(),
      area.kind().word(),
      area.households(),
      area.population(),
      area.shape().map(LatticeShape::toDegrees).orElse(null),
      area.anchor().map(point -> (Object) point.lon()).orElse(null),
      area.anchor().map(point -> (Object) point.lat()).orElse(null),
      area.reason(),
      area.validity().from(),
      area.validity().end(),
      knownFrom
    };
  }

  private static void addInCharge(JdbcTx tx, long[] stateIds, List<Area> areas) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < stateIds.length; i++) {
      int position = 0;
      for (InCharge one : areas.get(i).inCharge()) {
        rows.add(new Object[] {stateIds[i], position++, one.duty().word(), one.staffCode()});
      }
    }
    if (!rows.isEmpty()) {
      tx.updateAll(
          "insert into grid_in_charge (state_id, position, duty, staff_code) values (?, ?, ?, ?)",
          rows);
    }
  }

  private static List<Area> withInCharge(Tx tx, List<AreaRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    long[] ids = rows.stream().mapToLong(AreaRow::stateId).toArray();
    Map<Long, List<InCharge>> byState = InChargeRows.of(JdbcTx.of(tx), ids);
    return rows.stream()
        .map(row -> row.builder().inCharge(byState.getOrDefault(row.stateId(), List.of())).build())
        .toList();
  }

  @Override
  public int lastNumber(Tx tx, String partition, String prefix, int digits) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select max(code) as last from grid_area
            where partition_id = ? and code like ? and length(code) = ?
            """,
            row -> row.stringIfAny("last"),
            partition,
            Where.startsWith(prefix),
            prefix.length() + digits)
        .flatMap(last -> last)
        .map(last -> last.substring(prefix.length()))
        .filter(rest -> rest.matches("[0-9]+"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  @Override
  public List<Partition> partitions(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query(
            "select id, name_zh, name_en from grid_partition order by position",
            row -> new Partition(row.string("id"), row.string("name_zh"), row.string("name_en")));
  }

  @Override
  public void addPartition(Tx tx, Caller caller, Partition partition) {
    JdbcTx jdbc = JdbcTx.of(tx);
    nextCoverageVersion(jdbc);
    int added =
        jdbc.update(
            """
            insert into grid_partition (id, position, name_zh, name_en)
            select ?, count(*), ?, ? from grid_partition
            on conflict do nothing
            """,
            partition.id(),
            partition.nameZh(),
            partition.nameEn());
    if (added == 0) {
      throw new Conflict("partition-taken", Map.of("partition", partition.id()));
    }
  }

  @Override
  public Optional<CodeScheme> findCodeScheme(Tx tx, Caller caller, String reference) {
    return CodeSchemeRows.find(JdbcTx.of(tx), reference);
  }

  @Override
  public void addCodeScheme(Tx tx, Caller caller, CodeScheme scheme) {
    CodeSchemeRows.add(JdbcTx.of(tx), scheme);
  }

  @Override
  public List<SizeRule> sizeRules(Tx tx, Caller caller) {
    return JdbcTx.of(tx).query("select * from grid_size_band order by id", JdbcSizeRuleStore::rule);
  }

  @Override
  public Optional<Instant> nextChangeAfter(Tx tx, Instant instant) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select min(moment) as moment from (
              select valid_from as moment from grid_state where known_to is null and valid_from > ?
              union all
              select valid_to as moment from grid_state where known_to is null and valid_to > ?
            ) moments
            """,
            row -> row.instantIfAny("moment"),
            instant,
            instant)
        .flatMap(moment -> moment);
  }

  @Override
  public long coverageVersion(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne("select version from grid_coverage", row -> row.number("version"))
        .orElseThrow();
  }

  @Override
  public void lockCoverage(Tx tx) {
    JdbcTx.of(tx).update("update grid_coverage set version = version");
    JdbcTx.of(tx).beginInstantAnew();
  }

  @Override
  public long holdCoverage(Tx tx) {
    JdbcTx.of(tx).share("grid_coverage");
    JdbcTx.of(tx).beginInstantAnew();
    return coverageVersion(tx);
  }

  private static void nextCoverageVersion(JdbcTx tx) {
    tx.update("update grid_coverage set version = version + 1");
  }

  private record Head(long id, int version) {}
}
