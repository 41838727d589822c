package org.wangge.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.people.DeviceStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.word.Word;

/** Devices in plain SQL for both databases. Thread-safe. */
public final class JdbcDeviceStore implements DeviceStore {

  @Override
  public void add(Tx tx, Caller caller, Device device, String secretHash) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into people_device (id, kind, name, staff_code, everywhere, areas, datum,
                  secret_hash, added_by, added_at, last_seen_at, revoked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                device.id(),
                device.kind().word(),
                device.name(),
                device.staffCodeOrNull(),
                device.scope().everywhere(),
                String.join(" ", device.scope().areaCodes()),
                device.datum().word(),
                secretHash,
                device.addedBy(),
                device.addedAt(),
                device.lastSeenOrNull(),
                device.revokedOrNull());
    if (added == 0) {
      throw new Conflict("device-taken", Map.of("device", device.id()));
    }
  }

  @Override
  public Optional<Device> find(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
        .queryOne("select * from people_device where id = ?", JdbcDeviceStore::device, id)
        .filter(device -> device.isWithin(caller.scope()));
  }

  @Override
  public Optional<Device> findByHash(Tx tx, Caller caller, String secretHash) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_device where secret_hash = ?",
            JdbcDeviceStore::device,
            secretHash);
  }

  @Override
  public List<Device> listOf(Tx tx, Caller caller, String staffCode) {
    return JdbcTx.of(tx)
        .query(
            "select * from people_device where staff_code = ? order by added_at desc, id",
            JdbcDeviceStore::device,
            staffCode);
  }

  @Override
  public List<Device> list(Tx tx, Caller caller) {
    // Devices are few, and a wall of several areas belongs to who has all of them.
    return JdbcTx.of(tx)
        .query("select * from people_device order by added_at desc, id", JdbcDeviceStore::device)
        .stream()
        .filter(device -> device.isWithin(caller.scope()))
        .toList();
  }

  @Override
  public boolean revoke(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
            .update(
                "update people_device set revoked_at = ? where id = ? and revoked_at is null",
                tx.now(),
                id)
        == 1;
  }

  @Override
  public void see(Tx tx, Caller caller, String id, Instant at) {
    JdbcTx.of(tx).update("update people_device set last_seen_at = ? where id = ?", at, id);
  }

  @Override
  public void begin(Tx tx, Caller caller, Pairing pairing) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update("delete from people_pairing where expires_at <= ?", pairing.begunAt());
    int added =
        jdbc.update(
            """
            insert into people_pairing (secret_hash, code_hash, begun_at, expires_at)
            values (?, ?, ?, ?) on conflict do nothing
            """,
            pairing.secretHash(),
            pairing.codeHash(),
            pairing.begunAt(),
            pairing.expiresAt());
    if (added == 0) {
      throw new Conflict("device-taken", Map.of("device", ""));
    }
  }

  @Override
  public int countPairings(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne("select count(*) as pairings from people_pairing", row -> row.integer("pairings"))
        .orElse(0);
  }

  @Override
  public boolean isWaiting(Tx tx, Caller caller, String secretHash, Instant at) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_pairing where secret_hash = ? and expires_at > ?",
            JdbcDeviceStore::pairing,
            secretHash,
            at)
        .isPresent();
  }

  @Override
  public Optional<Pairing> take(Tx tx, Caller caller, String codeHash, Instant at) {
    JdbcTx jdbc = JdbcTx.of(tx);
    return jdbc.queryOne(
            "select * from people_pairing where code_hash = ? and expires_at > ?",
            JdbcDeviceStore::pairing,
            codeHash,
            at)
        .filter(
            pairing ->
                jdbc.update(
                        "delete from people_pairing where secret_hash = ?", pairing.secretHash())
                    == 1);
  }

  private static Device device(Row row) throws SQLException {
    return new Device(
        row.string("id"),
        Word.find(DeviceKind.class, row.string("kind")).orElseThrow(),
        row.string("name"),
        row.stringIfAny("staff_code").orElse(null),
        row.flag("everywhere")
            ? AreaScope.unlimited()
            : AreaScope.of(WordRows.words(row.string("areas"))),
        Word.find(Datum.class, row.string("datum")).orElseThrow(),
        row.string("added_by"),
        row.instant("added_at"),
        row.instantIfAny("last_seen_at").orElse(null),
        row.instantIfAny("revoked_at").orElse(null));
  }

  private static Pairing pairing(Row row) throws SQLException {
    return new Pairing(
        row.string("secret_hash"),
        row.string("code_hash"),
        row.instant("begun_at"),
        row.instant("expires_at"));
  }
}
