package org.wangge.server.footage;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.footage.Retrieval;
import org.wangge.footage.RetrievalReason;
import org.wangge.footage.RetrievalRequest;
import org.wangge.footage.RetrievalStore;
import org.wangge.footage.Span;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Retrievals in plain SQL for both databases. Thread-safe. */
final class JdbcRetrievalStore implements RetrievalStore {

  @Override
  public void add(Tx tx, Caller caller, Retrieval one) {
    RetrievalRequest request = one.request();
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        insert into footage_retrieval (id, account, starts_at, ends_at, reason, case_number,
          asked_at, good_until)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        one.id(),
        one.account(),
        request.span().from(),
        request.span().to(),
        request.reason().word(),
        request.caseNumber(),
        one.askedAt(),
        one.until());
    jdbc.updateAll(
        "insert into footage_retrieval_camera (retrieval_id, camera_id) values (?, ?)",
        request.cameras().stream()
            .sorted()
            .map(camera -> new @Nullable Object[] {one.id(), camera})
            .toList());
  }

  @Override
  public Optional<Retrieval> find(Tx tx, Caller caller, UUID id) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<String> cameras =
        jdbc.query(
            "select camera_id from footage_retrieval_camera where retrieval_id = ?",
            row -> row.string("camera_id"),
            id);
    return jdbc.queryOne(
        "select * from footage_retrieval where id = ? and account = ?",
        row -> retrieval(row, new HashSet<>(cameras)),
        id,
        caller.account());
  }

  private static Retrieval retrieval(Row row, Set<String> cameras) throws SQLException {
    RetrievalRequest request =
        new RetrievalRequest(
            cameras,
            new Span(row.instant("starts_at"), row.instant("ends_at")),
            RetrievalReason.find(row.string("reason")).orElseThrow(),
            row.string("case_number"));
    return new Retrieval(
        UUID.fromString(row.string("id")),
        row.string("account"),
        request,
        row.instant("asked_at"),
        row.instant("good_until"));
  }
}
