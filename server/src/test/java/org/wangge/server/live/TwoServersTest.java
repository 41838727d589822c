package org.wangge.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wangge.server.live.LiveReader.Message;
import org.wangge.server.storage.PostgisServer;

/** Two servers on one PostgreSQL: one numbers what happens, both tell it. */
@Timeout(60)
class TwoServersTest {
  private static final int EVENTS = 300;

  private final String url = PostgisServer.freshDatabase();

  @Test
  void both_tell_everything_in_one_order_though_the_leader_is_killed_and_one_server_stops()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    LiveDesk first = LiveDesk.onSame(url);
    try (LiveDesk second = LiveDesk.onSame(url)) {
      List<Future<List<Message>>> readers = new ArrayList<>();
      for (LiveDesk begin : List.of(first, second, first, second)) {
        readers.add(threads.submit(() -> follow(begin, second)));
      }
      for (int i = 0; i < EVENTS; i++) {
        LiveDesk desk = i < 200 && i % 2 == 0 ? first : second;
        desk.write("s-" + i);
        if (i == 100) {
          assertThat(killLeader()).as("exactly one leads").isEqualTo(1);
        } else if (i == 200) {
          first.close();
        }
      }
      second.write("last");
      List<String> told = subjects(readers.get(0).get());
      assertThat(told)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(0, EVENTS)
                  .mapToObj(i -> i == EVENTS ? "last" : "s-" + i)
                  .toList());
      for (Future<List<Message>> reader : readers) {
        List<Message> seen = reader.get();
        assertThat(subjects(seen)).isEqualTo(told);
        for (int i = 0; i < seen.size(); i++) {
          assertThat(seen.get(i).number("number")).isEqualTo(i + 1L);
        }
      }
      assertThat(killLeader()).as("the one that is left leads").isEqualTo(1);
      second.write("after");
      try (LiveReader reader = second.readAfter(EVENTS + 1)) {
        assertThat(reader.await("change").number("number")).isEqualTo(EVENTS + 2);
      }
    } finally {
      first.close();
      threads.shutdownNow();
    }
  }

  private static List<String> subjects(List<Message> changes) {
    return changes.stream().map(change -> change.data().path("subject").asText()).toList();
  }

  /** Reads on at the other server when the one it began with is gone. */
  private static List<Message> follow(LiveDesk begin, LiveDesk other) {
    List<Message> seen = new ArrayList<>();
    LiveDesk desk = begin;
    while (true) {
      try (LiveReader reader = desk.readAfter(seen.size())) {
        Optional<Message> message = reader.next();
        while (message.isPresent()) {
          if (message.get().is("change")) {
            seen.add(message.get());
            if (message.get().data().path("subject").asText().equals("last")) {
              return seen;
            }
          }
          message = reader.next();
        }
      }
      desk = other;
    }
  }

  /** Cuts the connection of whoever numbers, and tells how many did. */
  private int killLeader() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet killed =
            statement.executeQuery(
                """
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and granted
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
      killed.next();
      return killed.getInt(1);
    }
  }
}
