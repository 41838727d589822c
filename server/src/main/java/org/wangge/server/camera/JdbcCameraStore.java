package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraHistory;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraStore;
import org.wangge.camera.CameraVersion;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.Validity;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Cameras in plain SQL for both databases. Thread-safe. */
public final class JdbcCameraStore implements CameraStore {
  private static final String SELECT =
      "select v.*, c.revision, c.generated from camera_version v"
          + " join camera_camera c on c.id = v.camera_id";

  @Override
  public Optional<CameraEntry> find(Tx tx, Caller caller, String id, @Nullable AsOf asOf) {
    Where where = standing(tx, asOf).and("camera_id = ?", id);
    return JdbcTx.of(tx)
        .queryOne(SELECT + where.sql(), CameraRows::entry, where.parameters())
        .filter(one -> isSeen(caller, one.camera()))
        .map(one -> one.seenBy(caller));
  }

  @Override
  public List<CameraEntry> list(Tx tx, Caller caller, CameraQuery query) {
    return ScopedPage.read(
            caller.scope(),
            (after, count) -> rows(tx, caller, query, after, count),
            one -> one.camera().id(),
            query.afterId(),
            query.limit(),
            one -> isSeen(caller, one.camera()))
        .stream()
        .map(one -> one.seenBy(caller))
        .toList();
  }

  private static boolean isSeen(Caller caller, Camera one) {
    return caller.scope().covers(one.gridCode(), one.location());
  }

  private static List<CameraEntry> rows(
      Tx tx, Caller caller, CameraQuery query, String after, int count) {
    Where where =
        standing(tx, query.asOf())
            .within("grid_code", "location", caller.scope())
            .below("grid_code", query.area())
            .andIf("state = ?", query.state() == null ? null : query.state().word())
            .andIf(
                "direction_certainty = ?",
                query.certainty() == null ? null : query.certainty().word())
            .touching("location", query.box())
            .and("camera_id > ?", after);
    if (query.text() != null) {
      String holding = Where.holding(query.text());
      where.and("(camera_id like ? or name like ? or owner like ?)", holding, holding, holding);
    }
    return JdbcTx.of(tx)
        .query(
            SELECT + where.sql() + " order by camera_id limit ?",
            CameraRows::entry,
            where.parameters(count));
  }

  private static Where standing(Tx tx, @Nullable AsOf asOf) {
    if (asOf == null) {
      return new Where()
          .and("known_to is null and valid_from <= ?", tx.now())
          .and("(valid_to is null or valid_to > ?)", tx.now());
    }
    return known(asOf.known())
        .and("valid_from <= ?", asOf.at())
        .and("(valid_to is null or valid_to > ?)", asOf.at());
  }

  private static Where known(@Nullable Instant known) {
    return known == null
        ? new Where().and("known_to is null")
        : new Where()
            .and("known_from <= ?", known)
            .and("(known_to is null or known_to > ?)", known);
  }

  @Override
  public int count(Tx tx, Caller caller, String areaCode) {
    if (!caller.scope().grounds().isEmpty()) {
      return list(tx, caller, CameraQuery.all().below(areaCode)).size();
    }
    Where where =
        standing(tx, null).within("grid_code", caller.scope()).below("grid_code", areaCode);
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as cameras from camera_version" + where.sql(),
            row -> row.integer("cameras"),
            where.parameters())
        .orElse(0);
  }

  @Override
  public List<CameraVersion> versionsIn(Tx tx, Caller caller, LatticeBox box, Validity during) {
    Where where =
        known(null)
            .within("grid_code", "location", caller.scope())
            .touching("location", box)
            .and("(valid_to is null or valid_to > ?)", during.from())
            .andIf("valid_from < ?", during.end());
    return JdbcTx.of(tx)
        .query(
            SELECT + where.sql() + " order by camera_id, valid_from",
            CameraRows::version,
            where.parameters())
        .stream()
        .filter(one -> isSeen(caller, one.camera()))
        .map(one -> one.seenBy(caller))
        .toList();
  }

  @Override
  public Optional<CameraHistory> history(Tx tx, Caller caller, String id, @Nullable Instant known) {
    Where where = known(known).and("camera_id = ?", id);
    List<CameraRows.Known> rows =
        JdbcTx.of(tx)
            .query(
                SELECT + where.sql() + " order by valid_from",
                CameraRows::known,
                where.parameters());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Instant since =
        rows.stream().map(CameraRows.Known::since).max(Instant::compareTo).orElseThrow();
    List<CameraVersion> versions =
        rows.stream()
            .map(one -> new CameraVersion(one.entry().camera(), one.entry().valid()))
            .map(one -> one.seenBy(caller))
            .toList();
    CameraHistory found = new CameraHistory(id, rows.get(0).entry().revision(), since, versions);
    return isSeen(caller, found.newest().camera()) ? Optional.of(found) : Optional.empty();
  }

  @Override
  public void add(Tx tx, Caller caller, List<Camera> cameras, Instant from) {
    // In one order, so that two writers of the same ids line up instead of deadlocking.
    List<Camera> ordered = cameras.stream().sorted(Comparator.comparing(Camera::id)).toList();
    List<@Nullable Object[]> heads = new ArrayList<>();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Camera camera : ordered) {
      heads.add(new @Nullable Object[] {camera.id(), camera.generated()});
      rows.add(CameraRows.values(new CameraVersion(camera, Validity.since(from)), tx.now()));
    }
    int[] added =
        JdbcTx.of(tx)
            .updateAll(
                "insert into camera_camera (id, generated, revision) values (?, ?, 1)"
                    + " on conflict do nothing",
                heads);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("camera-taken", Map.of("id", ordered.get(i).id()));
      }
    }
    JdbcTx.of(tx).updateAll(CameraRows.INSERT, rows);
  }

  @Override
  public void replace(Tx tx, Caller caller, CameraHistory before, List<CameraVersion> after) {
    int taken =
        JdbcTx.of(tx)
            .update(
                "update camera_camera set revision = revision + 1 where id = ? and revision = ?",
                before.id(),
                before.revision());
    if (taken == 0) {
      throw Conflict.version(before.revision(), before.revision() + 1);
    }
    // It may have waited for the one before, whose change is to lie before its own.
    JdbcTx.of(tx).beginInstantAnew();
    Set<CameraVersion> kept = new HashSet<>(after);
    for (CameraVersion one : before.versions()) {
      if (!kept.remove(one)) {
        JdbcTx.of(tx)
            .update(
                "update camera_version set known_to = ?"
                    + " where camera_id = ? and valid_from = ? and known_to is null",
                tx.now(),
                before.id(),
                one.valid().from());
      }
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (CameraVersion one : after) {
      if (kept.contains(one)) {
        rows.add(CameraRows.values(one, tx.now()));
      }
    }
    JdbcTx.of(tx).updateAll(CameraRows.INSERT, rows);
  }
}
