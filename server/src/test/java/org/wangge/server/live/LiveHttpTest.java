package org.wangge.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.live.LiveReader.Message;
import org.wangge.server.storage.TestDatabase;

@Timeout(60)
class LiveHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static LiveDesk desk(int mostStreams, int mostBehind, int stallMillis) {
    return LiveDesk.on(
        TestDatabase.H2, new LiveLimits(mostStreams, mostBehind, 64, 100, stallMillis));
  }

  private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void who_does_not_ask_for_a_stream_is_refused_and_told_how_to_ask() throws Exception {
    try (LiveDesk desk = desk(3, 100, 60_000)) {
      for (String accept : List.of("application/json", "*/*")) {
        HttpResponse<String> refused = answer(desk.request("").header("Accept", accept));
        assertThat(refused.statusCode()).as(accept).isEqualTo(406);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.path("code").asText()).isEqualTo("not-acceptable");
        assertThat(problem.path("mend").asText()).contains("text/event-stream");
      }
      HttpRequest.Builder wrong = desk.request("?after=-1").header("Accept", "text/event-stream");
      assertThat(answer(wrong).statusCode()).isEqualTo(400);
      assertThat(desk.streams()).isZero();
    }
  }

  @Test
  void a_reader_is_greeted_and_told_what_happens_from_then_on_and_beats_in_between() {
    try (LiveDesk desk = desk(3, 100, 60_000)) {
      desk.write("before");
      try (LiveReader first = desk.readAfter(0)) {
        assertThat(first.await("change").data().path("subject").asText()).isEqualTo("before");
        try (LiveReader reader = desk.readNews()) {
          Message hello = reader.await();
          assertThat(hello.event()).isEqualTo("hello");
          assertThat(hello.id()).isEqualTo("1");
          assertThat(hello.number("newest")).isEqualTo(1);
          assertThat(hello.number("coverageVersion")).isEqualTo(7);
          assertThat(hello.data().path("buildId").asText()).isEqualTo("build");
          assertThat(hello.data().path("asOf").asText()).endsWith("Z");
          assertThat(reader.await("beat").number("newest")).isEqualTo(1);
          desk.write("after");
          Message change = reader.await();
          assertThat(change.data().path("subject").asText()).isEqualTo("after");
          assertThat(change.data().path("type").asText()).isEqualTo("test-happened");
        }
      }
    }
  }

  @Test
  void a_reader_resumes_by_address_or_by_header_and_the_header_wins() {
    try (LiveDesk desk = desk(3, 100, 60_000)) {
      desk.write(List.of("a", "b", "c"), "", false);
      try (LiveReader all = desk.readAfter(0)) {
        assertThat(all.await().is("hello")).isTrue();
        assertThat(all.await().number("number")).isEqualTo(1);
      }
      try (LiveReader one = desk.readAfter(2)) {
        assertThat(one.await("change").number("number")).isEqualTo(3);
      }
      HttpRequest.Builder both = desk.request("?after=0").header("Last-Event-ID", "1");
      try (LiveReader two = LiveReader.open(HttpClient.newHttpClient(), both)) {
        assertThat(two.await("change").number("number")).isEqualTo(2);
      }
    }
  }

  @Test
  void who_is_too_far_behind_or_ahead_of_the_log_is_told_to_read_everything_anew() {
    try (LiveDesk desk = desk(4, 20, 60_000)) {
      for (int i = 0; i < 30; i++) {
        desk.write("subject-" + i);
      }
      desk.awaitNewest(30);
      try (LiveReader all = desk.readAfter(29);
          LiveReader behind = desk.readAfter(5);
          LiveReader ahead = desk.readAfter(31)) {
        assertThat(all.await("change").number("number")).isEqualTo(30);
        for (LiveReader reader : List.of(behind, ahead)) {
          assertThat(reader.await().event()).isEqualTo("hello");
          Message reset = reader.await();
          assertThat(reset.event()).isEqualTo("reset");
          assertThat(reset.number("newest")).isEqualTo(30);
          assertThat(reset.id()).isEqualTo("30");
        }
        desk.write("one more");
        for (LiveReader reader : List.of(all, behind, ahead)) {
          assertThat(reader.await().number("number")).isEqualTo(31);
        }
      }
    }
  }

  @Test
  void beyond_the_most_readers_one_more_is_sent_away_until_another_has_left() throws Exception {
    try (LiveDesk desk = desk(2, 100, 60_000)) {
      LiveReader first = desk.readNews();
      LiveReader second = desk.readNews();
      HttpResponse<String> refused = answer(desk.request("").header("Accept", "text/event-stream"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Content-Type").orElse(""))
          .isEqualTo("application/problem+json");
      assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo("too-busy");
      first.close();
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (desk.streams() == 2 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
      try (LiveReader third = desk.readNews()) {
        assertThat(third.await().event()).isEqualTo("hello");
      }
      second.close();
    }
  }

  @Test
  void a_slow_reader_keeps_nobody_waiting_and_gets_everything_in_order_when_it_reads_on()
      throws Exception {
    try (LiveDesk desk = desk(3, 10_000, 60_000);
        Socket slow = sleepy(desk);
        LiveReader quick = desk.readAfter(0)) {
      int events = writeMuch(desk);
      for (int i = 1; i <= events; i++) {
        assertThat(quick.await("change").number("number")).isEqualTo(i);
      }
      assertThat(desk.streams()).as("the slow one is still there").isEqualTo(2);
      LiveReader late = LiveReader.of(slow.getInputStream());
      for (int i = 1; i <= events; i++) {
        assertThat(late.await("change").number("number")).isEqualTo(i);
      }
    }
  }

  @Test
  void a_reader_that_takes_nothing_for_long_is_cut() throws Exception {
    try (LiveDesk desk = desk(3, 10_000, 300);
        Socket stalled = sleepy(desk)) {
      writeMuch(desk);
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (desk.streams() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
      assertThat(desk.streams()).isZero();
      assertThat(stalled.isConnected()).isTrue();
    }
  }

  /** A reader that asks and then takes nothing; what lies in the buffers on the way is little. */
  private static Socket sleepy(LiveDesk desk) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8_192);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), desk.port()));
    socket
        .getOutputStream()
        .write(
            """
            GET /api/live?after=0 HTTP/1.0\r
            Host: 127.0.0.1\r
            Accept: text/event-stream\r
            \r
            """
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Some ten megabytes: more than buffers on the way hold. */
  private static int writeMuch(LiveDesk desk) {
    String word = "w".repeat(3_900);
    for (int i = 0; i < 25; i++) {
      int batch = i;
      desk.write(IntStream.range(0, 100).mapToObj(n -> batch + "-" + n).toList(), word, false);
    }
    return 2_500;
  }

  @Test
  void when_the_program_stops_its_streams_end_within_a_second_even_one_that_is_not_read()
      throws Exception {
    LiveDesk desk = desk(3, 10_000, 60_000);
    try (Socket stalled = sleepy(desk);
        LiveReader reader = desk.readNews()) {
      writeMuch(desk);
      assertThat(desk.streams()).isEqualTo(2);
      long before = System.nanoTime();
      desk.close();
      while (reader.next().isPresent()) {
        assertThat(stalled.isConnected()).isTrue();
      }
      assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(1_000);
    }
  }

  @Test
  void a_change_of_a_grid_reaches_who_looks_on_and_nobody_without_an_account() {
    try (RunningServer server = RunningServer.empty(folder)) {
      assertThat(server.send(server.to("/api/live").header("Accept", "text/event-stream")).status())
          .isEqualTo(401);
      try (LiveReader reader =
          LiveReader.open(HttpClient.newHttpClient(), server.asOwner("/api/live"))) {
        assertThat(reader.await().event()).isEqualTo("hello");
        String area =
            "{\"type\":\"Feature\",\"properties\":"
                + "{\"code\":\"990101\",\"level\":\"district\",\"name\":\"滨江区\"}}";
        assertThat(server.post(server.asOwner("/api/grids"), area).status()).isEqualTo(201);
        Message change = reader.await();
        assertThat(change.data().path("type").asText()).isEqualTo("grid-area-added");
        assertThat(change.data().toString()).doesNotContain("滨江区");
        Set<String> members = new TreeSet<>();
        change.data().fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactly("at", "facts", "number", "prev", "subject", "type");
      }
    }
  }
}
