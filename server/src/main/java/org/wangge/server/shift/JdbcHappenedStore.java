package org.wangge.server.shift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.shift.ChangesRegister;

/**
 * The numbered log from an instant on. Numbers follow the instants but for the time a transaction
 * takes, so the first of them is found by halving, and no index on instants is needed.
 */
final class JdbcHappenedStore implements ChangesRegister.Happened {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  /** Longer than any transaction lasts. */
  private static final int SLACK_SECONDS = 120;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public List<NumberedEvent> since(Tx tx, Instant since, Collection<String> types, int most) {
    JdbcTx jdbc = JdbcTx.of(tx);
    @Nullable Object[] parameters = new @Nullable Object[types.size() + 3];
    parameters[0] = before(jdbc, since.minusSeconds(SLACK_SECONDS));
    parameters[1] = since;
    int next = 2;
    for (String type : types) {
      parameters[next] = type;
      next++;
    }
    parameters[next] = most;
    return jdbc.query(
        """
        select number, occurred_at, type, subject, facts from event_log
        where number > ? and occurred_at > ? and type in (%s)
        order by number desc limit ?
        """
            .formatted(String.join(", ", Collections.nCopies(types.size(), "?"))),
        this::event,
        parameters);
  }

  /** A number of which all events after an instant are later. */
  private static long before(JdbcTx jdbc, Instant instant) {
    long low = 0;
    long high =
        jdbc.queryOne("select coalesce(max(number), 0) as n from event_log", row -> row.number("n"))
            .orElse(0L);
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      boolean later =
          jdbc.queryOne(
                  "select occurred_at from event_log where number = ?",
                  row -> row.instant("occurred_at"),
                  middle)
              .map(at -> at.isAfter(instant))
              .orElse(true);
      if (later) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
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
