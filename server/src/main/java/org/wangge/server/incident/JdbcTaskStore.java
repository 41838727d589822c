package org.wangge.server.incident;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.dispatch.TaskStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Tasks in plain SQL for both databases. Thread-safe. */
final class JdbcTaskStore implements TaskStore {
  private static final String OPEN = "state in ('offered', 'taken')";

  @Override
  public List<Task> list(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_task where incident_id = ? order by id",
            JdbcTaskStore::task,
            incidentId);
  }

  @Override
  public List<Task> openOf(Tx tx, Caller caller, Collection<Handler> handlers) {
    List<Task> all = new ArrayList<>();
    for (Handler handler : handlers) {
      all.addAll(
          JdbcTx.of(tx)
              .query(
                  "select * from incident_task where handler_kind = ? and handler_code = ? and "
                      + OPEN,
                  JdbcTaskStore::task,
                  handler.kind().word(),
                  handler.code()));
    }
    all.sort(Comparator.comparingLong(Task::id));
    return all;
  }

  @Override
  public Map<Handler, Integer> load(Tx tx, Caller caller) {
    Map<Handler, Integer> load = new HashMap<>();
    var unused =
        JdbcTx.of(tx)
            .query(
                "select handler_kind, handler_code, count(*) as open_tasks from incident_task where "
                    + OPEN
                    + " group by handler_kind, handler_code",
                row -> load.put(handler(row), row.integer("open_tasks")));
    return load;
  }

  @Override
  public void add(Tx tx, Caller caller, List<Task> tasks) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Task task : tasks) {
      rows.add(
          new @Nullable Object[] {
            task.incidentId(),
            task.handler().kind().word(),
            task.handler().code(),
            task.leads(),
            task.state().word(),
            task.givenAt(),
            task.answeredAtOrNull(),
            task.answeredByOrNull()
          });
    }
    if (!rows.isEmpty()) {
      JdbcTx.of(tx)
          .updateAll(
              """
              insert into incident_task (incident_id, handler_kind, handler_code, leads, state,
                given_at, answered_at, answered_by)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              rows);
    }
  }

  @Override
  public void change(Tx tx, Caller caller, Task task) {
    JdbcTx.of(tx)
        .update(
            """
            update incident_task set leads = ?, state = ?, answered_at = ?, answered_by = ?
            where id = ?
            """,
            task.leads(),
            task.state().word(),
            task.answeredAtOrNull(),
            task.answeredByOrNull(),
            task.id());
  }

  private static Handler handler(Row row) throws SQLException {
    return new Handler(
        Handler.Kind.find(row.string("handler_kind")).orElseThrow(), row.string("handler_code"));
  }

  private static Task task(Row row) throws SQLException {
    return new Task(
        row.number("id"),
        row.string("incident_id"),
        handler(row),
        row.flag("leads"),
        Task.State.find(row.string("state")).orElseThrow(),
        row.instant("given_at"),
        row.instantIfAny("answered_at").orElse(null),
        row.stringIfAny("answered_by").orElse(null));
  }
}
