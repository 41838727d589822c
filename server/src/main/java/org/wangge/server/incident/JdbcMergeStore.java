package org.wangge.server.incident;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.duplicate.MergeStore;
import org.wangge.server.storage.JdbcTx;

/** Which incidents go on as others, in plain SQL for both databases. Thread-safe. */
final class JdbcMergeStore implements MergeStore {
  @Override
  public void add(Tx tx, Caller caller, String id, String intoId) {
    JdbcTx.of(tx)
        .update(
            "insert into incident_merge (incident_id, into_id, merged_at) values (?, ?, ?)",
            id,
            intoId,
            tx.now());
  }

  @Override
  public boolean remove(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx).update("delete from incident_merge where incident_id = ?", id) == 1;
  }

  @Override
  public Optional<String> into(Tx tx, String id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select into_id from incident_merge where incident_id = ?",
            row -> row.string("into_id"),
            id);
  }

  @Override
  public List<String> merged(Tx tx, Caller caller, String intoId) {
    return JdbcTx.of(tx)
        .query(
            "select incident_id from incident_merge where into_id = ? order by incident_id",
            row -> row.string("incident_id"),
            intoId);
  }
}
