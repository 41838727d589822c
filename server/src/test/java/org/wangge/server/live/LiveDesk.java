package org.wangge.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.event.EventLog;
import org.wangge.event.NumberedEvent;
import org.wangge.plan.record.PlanEvent;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.WebServer;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import org.wangge.server.storage.JdbcEventLog;
import org.wangge.server.storage.Sequencer;
import org.wangge.server.storage.TestDatabase;

/** The live stream over real HTTP and a real database, without the rest of the program. */
final class LiveDesk implements AutoCloseable {
  /** Holds so little that readers fall behind what is held; those cut count until it shows. */
  static final LiveLimits TIGHT = new LiveLimits(400, 10_000, 64, 100, 60_000);

  /** Everybody hears of what happens in tests, and who draws of drafts. */
  private static final Audience AUDIENCE =
      Audience.byFeature(Map.of("test", Audience.staff(), "plan", PlanEvent.AUDIENCE));

  private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger rowsRead = new AtomicInteger();
  private final Database database;
  private final Sequencer sequencer;
  private final LiveModule live;
  private final WebServer web;
  private boolean closed;

  private LiveDesk(Database database, LiveLimits limits) {
    this.database = database;
    live = new LiveModule(counted(database), AUDIENCE, "build", () -> 7, Clock.systemUTC(), limits);
    sequencer = new Sequencer(database, number -> live.numbered());
    sequencer.start();
    live.start();
    web =
        WebServer.start(
            "127.0.0.1",
            0,
            new Callers(true, "token", this::session),
            new Problems(new Messages()),
            new ReadAudit((caller, entry) -> {}),
            table -> table.get("/api/live", live.http()::stream, Right.FOLLOW));
  }

  static LiveDesk on(TestDatabase kind, LiveLimits limits) {
    return new LiveDesk(kind.open(), limits);
  }

  /** One more server on a PostgreSQL that others may use too. */
  static LiveDesk onSame(String url) {
    return new LiveDesk(Databases.postgis(url, Clock.systemUTC()), TIGHT);
  }

  /** A session's cookie is here the word of its role. */
  private Optional<Identities.Known> session(Identities.Proof proof, String cookie) {
    return signedIn.contains(cookie)
        ? Optional.of(new Identities.Known(caller(cookie), () -> signedIn.contains(cookie)))
        : Optional.empty();
  }

  private static Caller caller(String role) {
    return Caller.of(
        role,
        Set.of(Role.valueOf(role.toUpperCase(Locale.ROOT))),
        AreaScope.unlimited(),
        Purpose.USE);
  }

  /** A reader with a session of its own, who has all up to a number. */
  LiveReader readAs(String role, long number) {
    signedIn.add(role);
    return LiveReader.open(
        client, request("?after=" + number).header("Cookie", Callers.COOKIE + "=" + role));
  }

  /** Ends the sessions of a role. */
  void signOut(String role) {
    signedIn.remove(role);
  }

  private EventLog counted(Database database) {
    EventLog log = new JdbcEventLog(database);
    return new EventLog() {
      @Override
      public List<NumberedEvent> after(Caller caller, long number, int limit) {
        List<NumberedEvent> rows = log.after(caller, number, limit);
        rowsRead.addAndGet(rows.size());
        return rows;
      }

      @Override
      public long newest() {
        return log.newest();
      }
    };
  }

  /** How many rows of the log were read from the database so far. */
  int rowsRead() {
    return rowsRead.get();
  }

  /** Waits until so many changes are numbered and known to the feed. */
  void awaitNewest(long number) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (live.newest() < number && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(live.newest()).isGreaterThanOrEqualTo(number);
  }

  int streams() {
    return live.streams();
  }

  int port() {
    return web.port();
  }

  HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + web.port() + "/api/live" + query));
  }

  /** A reader that has all up to a number. */
  LiveReader readAfter(long number) {
    return LiveReader.open(client, request("?after=" + number));
  }

  /** The same, told as a browser tells it. */
  LiveReader resumeAfter(long number) {
    return LiveReader.open(client, request("").header("Last-Event-ID", Long.toString(number)));
  }

  /** A reader of what happens from now on. */
  LiveReader readNews() {
    return LiveReader.open(client, request(""));
  }

  /** Commits some events in one transaction, or records them and rolls back. */
  void write(List<String> subjects, String word, boolean rollBack) {
    try {
      database.write(
          Caller.upkeep(),
          tx -> {
            subjects.forEach(subject -> tx.record(new Happened("test-happened", subject, word)));
            if (rollBack) {
              throw new ChangedMind();
            }
            return 0;
          });
    } catch (ChangedMind e) {
      if (!rollBack) {
        throw e;
      }
    }
  }

  void write(String subject) {
    write(List.of(subject), "", false);
  }

  /** Something happens to a draft: not for everybody. */
  void draw(String subject) {
    database.write(
        Caller.upkeep(),
        tx -> {
          tx.record(new Happened("plan-edited", subject, ""));
          return 0;
        });
  }

  /** Only what the program stops before its web server. */
  void closeStreams() {
    live.close();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    live.close();
    web.close();
    sequencer.close();
    database.close();
  }

  private record Happened(String type, String subject, String word) implements DomainEvent {
    @Override
    public Map<String, Object> facts() {
      return Map.of("word", word);
    }
  }

  private static final class ChangedMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
