package org.wangge.server.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.event.DomainEvent;

/** Writes a transaction's events, unnumbered, into the log. */
final class EventWriter {
  private static final String INSERT =
      """
      insert into event_log (occurred_at, type, subject, facts, account)
      values (?, ?, ?, ?, ?)
      """;

  private final ObjectMapper json =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  void write(JdbcTx tx, List<DomainEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    List<@Nullable Object[]> rows = new ArrayList<>(events.size());
    for (DomainEvent event : events) {
      rows.add(
          new Object[] {
            tx.now(), event.type(), event.subject(), facts(event), tx.caller().account()
          });
    }
    tx.updateAll(INSERT, rows);
  }

  private String facts(DomainEvent event) {
    try {
      return json.writeValueAsString(event.facts());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("facts of " + event.type() + " are not plain values", e);
    }
  }
}
