package org.wangge.server.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.event.NumberedEvent;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.WebServer;
import org.wangge.server.live.LiveLimits;
import org.wangge.server.live.LiveModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import org.wangge.server.storage.JdbcEventLog;
import org.wangge.server.storage.Sequencer;

/**
 * The event log on H2 and its live stream over real HTTP, without the rest of the program. Whoever
 * asks hears of incidents, nobody of plans. Thread-safe.
 */
final class ServedLog implements AutoCloseable {
  private static final Caller WRITER = Caller.upkeep();
  private static final String HEARD = "incident";
  private static final int PAGE = 5_000;

  private final Database database;
  private final LiveModule live;
  private final Sequencer sequencer;
  private final WebServer web;

  private ServedLog(Path folder, LiveLimits limits) {
    database = Databases.h2(folder, Clock.systemUTC());
    live =
        new LiveModule(
            new JdbcEventLog(database),
            Audience.byFeature(Map.of(HEARD, Audience.staff())),
            "bench",
            () -> 1,
            Clock.systemUTC(),
            limits);
    sequencer = new Sequencer(database, number -> live.numbered());
    sequencer.start();
    live.start();
    web =
        WebServer.start(
            "127.0.0.1",
            0,
            new Callers(true, "bench", Identities.NONE),
            new Problems(new Messages()),
            new ReadAudit((caller, entry) -> {}),
            table -> table.get("/api/live", live.http()::stream, Right.FOLLOW));
  }

  /** Serves an empty log that is kept in a folder. */
  static ServedLog open(Path folder, LiveLimits limits) {
    return new ServedLog(folder, limits);
  }

  int port() {
    return web.port();
  }

  /** An incident moves on, in a transaction of its own. */
  void move(String incident) {
    record(new Moved(HEARD + "-moved", incident));
  }

  /** A plan is drawn on, which is not told to those who look. */
  void draw(String plan) {
    record(new Moved("plan-edited", plan));
  }

  private void record(DomainEvent event) {
    database.write(
        WRITER,
        tx -> {
          tx.record(event);
          return 0;
        });
  }

  /** Numbers of all that is to be told, in their order, as they are in the table. */
  List<Long> numbersToTell() {
    JdbcEventLog log = new JdbcEventLog(database);
    List<Long> numbers = new ArrayList<>();
    long last = 0;
    while (true) {
      List<NumberedEvent> page = log.after(WRITER, last, PAGE);
      if (page.isEmpty()) {
        return numbers;
      }
      last = page.get(page.size() - 1).number();
      page.stream()
          .filter(event -> event.type().startsWith(HEARD))
          .map(NumberedEvent::number)
          .forEach(numbers::add);
    }
  }

  /** Ends the streams first: a server that stops waits for its answers, and they have no end. */
  @Override
  public void close() {
    live.close();
    web.close();
    sequencer.close();
    database.close();
  }

  /** As much as an incident's step tells. */
  private record Moved(String type, String subject) implements DomainEvent {
    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "action", "dispatch", "step", "handle", "version", 4, "grid", "990101001001001");
    }
  }
}
