package org.wangge.server.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.EventLog;
import org.wangge.event.NumberedEvent;

/** Reads the numbered rows of the event log. Thread-safe. */
public final class JdbcEventLog implements EventLog {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final Database database;
  private final ObjectMapper json = new ObjectMapper();

  public JdbcEventLog(Database database) {
    this.database = database;
  }

  @Override
  public List<NumberedEvent> after(Caller caller, long number, int limit) {
    return database.read(
        tx ->
            JdbcTx.of(tx)
                .query(
                    """
                    select number, occurred_at, type, subject, facts
                    from event_log where number > ? order by number limit ?
                    """,
                    this::event,
                    number,
                    limit));
  }

  @Override
  public long newest() {
    return database
        .read(
            tx ->
                JdbcTx.of(tx)
                    .queryOne(
                        "select coalesce(max(number), 0) as newest from event_log",
                        row -> row.number("newest")))
        .orElse(0L);
  }

  private NumberedEvent event(Row row) throws SQLException {
    return new NumberedEvent(
        row.number("number"),
        row.instant("occurred_at"),
        row.string("type"),
        row.string("subject"),
        facts(row.string("facts")));
  }

  private Map<String, Object> facts(String text) {
    try {
      return json.readValue(text, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event's facts are not JSON", e);
    }
  }
}
