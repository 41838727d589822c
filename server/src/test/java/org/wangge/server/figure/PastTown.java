package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** History put into a served town over HTTP, long before it was made. */
public final class PastTown {
  /** What is reported in {@link #golden}. */
  public static final Instant QUARTER = Instant.parse("2014-12-31T16:00:00Z");

  private static final int AT_ONCE = 1_000;
  private static final Duration LONGEST = Duration.ofDays(30);

  private final RunningServer server;
  private final List<String> waiting = new ArrayList<>();
  private final String name;
  private int keys;

  public PastTown(RunningServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * The golden case of domain.md in the first quarter of 2015: received 1,054, filed 996, due 972,
   * closed 911, on time 737.
   */
  public static void golden(RunningServer server) {
    PastTown town = new PastTown(server, "golden");
    Duration limit = limit(server, "noise");
    Instant late = Instant.parse("2015-03-31T15:50:00Z");
    for (int i = 0; i < 1_054; i++) {
      Instant at = i < 972 ? QUARTER.plus(Duration.ofMinutes(10L * i)) : late;
      @Nullable Instant filed = i < 996 ? at.plus(Duration.ofMinutes(5)) : null;
      @Nullable Instant closed =
          i < 737
              ? at.plus(Duration.ofMinutes(20))
              : i < 911 ? at.plus(Duration.ofMinutes(6)).plus(limit) : null;
      town.report("noise", at, at.plus(Duration.ofMinutes(1)), filed, closed);
    }
    town.send();
    assertThat(limit).isLessThan(LONGEST);
  }

  /** The second, in the first quarter of 2016: 40,214 of 42,702 are taken up in time. */
  public static void many(RunningServer server) {
    PastTown town = new PastTown(server, "many");
    Instant begin = Instant.parse("2015-12-31T16:00:00Z");
    for (int i = 0; i < 42_702; i++) {
      Instant at = begin.plusSeconds(100L * i);
      Duration wait = Duration.ofMinutes(i < 40_214 ? 14 : 16);
      town.report("noise", at, at.plus(wait), null, null);
    }
    town.send();
  }

  /** How long handling what is of a category may take, round the clock. */
  private static Duration limit(RunningServer server, String category) {
    JsonNode limits = server.getAsOwner("/api/incidents/limits").json().path("limits");
    for (JsonNode one : limits) {
      if (one.path("category").asText().equals(category)
          && one.path("stage").asText().equals("handle")) {
        assertThat(one.at("/limit/kind").asText()).isEqualTo("urgent-hours");
        return Duration.ofMinutes(one.at("/limit/amount").asInt());
      }
    }
    throw new AssertionError(category);
  }

  public void report(
      String category,
      Instant at,
      Instant accepted,
      @Nullable Instant filed,
      @Nullable Instant closed) {
    report(category, 112.6137, 28.9182, at, accepted, filed, closed);
  }

  /** Something that was reported; what is null was not done. */
  public void report(
      String category,
      double lon,
      double lat,
      Instant at,
      Instant accepted,
      @Nullable Instant filed,
      @Nullable Instant closed) {
    waiting.add(
        "{\"key\":\"%s-%d\",\"category\":\"%s\",\"lon\":%s,\"lat\":%s,\"reportedAt\":\"%s\"%s%s%s}"
            .formatted(
                name,
                ++keys,
                category,
                lon,
                lat,
                at,
                when("acceptedAt", accepted),
                when("filedAt", filed),
                when("closedAt", closed)));
  }

  private static String when(String name, @Nullable Instant at) {
    return at == null ? "" : ",\"%s\":\"%s\"".formatted(name, at);
  }

  public void send() {
    for (int from = 0; from < waiting.size(); from += AT_ONCE) {
      List<String> some = waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE));
      Answer taken =
          server.post(
              server.asOwner("/api/reports/history"),
              "{\"reports\":[" + String.join(",", some) + "]}");
      assertThat(taken.status()).as(taken.body()).isEqualTo(200);
      assertThat(taken.json().path("taken").asInt()).as(taken.body()).isEqualTo(some.size());
    }
    waiting.clear();
  }
}
