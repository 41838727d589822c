package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.incident.photo.TestPhotos;

/** The public pages while somebody sends far too much; the test is the proxy that tells who. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodHttpTest {
  private static final int THREADS = 8;
  private static final int EACH = 60;
  private static final Set<Integer> EXPECTED = Set.of(200, 201, 429, 503);

  /** A page or a report of somebody else; a photo has to wait for others that are made anew. */
  private static final Duration AT_MOST = Duration.ofSeconds(5);

  private static final Duration PHOTO_AT_MOST = Duration.ofSeconds(15);

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.behindProxy(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whoever_floods_is_told_to_wait_and_others_are_served_meanwhile() throws Exception {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch begun = new CountDownLatch(THREADS * 3);
    List<Thread> flood = new ArrayList<>();
    byte[] large = TestPhotos.jpeg(2_000, 1_500);
    for (int i = 0; i < THREADS; i++) {
      int which = i;
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < EACH; n++) {
                  answers.add(
                      n % 2 == 0
                          ? photo("203.0.113.9", "flood-" + which + "-" + n, large)
                          : report("203.0.113.9", "flood-" + which + "-" + n, ""));
                  begun.countDown();
                }
              });
      thread.start();
      flood.add(thread);
    }
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    for (int other = 1; other <= 3; other++) {
      requireServed("198.51.100." + other);
    }
    for (Thread thread : flood) {
      thread.join();
    }
    assertThat(answers).hasSize(THREADS * EACH);
    assertThat(answers).allMatch(answer -> EXPECTED.contains(answer.status()));
    List<Answer> refused = answers.stream().filter(one -> one.status() >= 400).toList();
    assertThat(refused).as("of one address").hasSizeGreaterThan(THREADS * EACH / 2);
    assertThat(refused).allMatch(one -> Integer.parseInt(one.header("Retry-After")) >= 1);
    assertThat(refused).anyMatch(one -> one.status() == 429);
  }

  private void requireServed(String address) {
    Answer page = within(AT_MOST, () -> server.send(server.from(address, "/report/")));
    assertThat(page.status()).isEqualTo(200);
    Answer photo =
        within(PHOTO_AT_MOST, () -> photo(address, "p-" + address, TestPhotos.jpeg(600, 400)));
    assertThat(photo.status()).as(photo.body()).isEqualTo(201);
    String name = photo.json().path("photo").asText();
    Answer report = within(AT_MOST, () -> report(address, "r-" + address, name));
    assertThat(report.status()).as(report.body()).isEqualTo(201);
    String token = report.json().path("token").asText();
    Answer own =
        within(
            AT_MOST,
            () ->
                server.send(
                    server.from(address, "/api/reports/own").header("Wangge-Report-Token", token)));
    assertThat(own.status()).isEqualTo(200);
  }

  private static Answer within(Duration most, Supplier<Answer> asking) {
    long begun = System.nanoTime();
    Answer answer = asking.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(most);
    return answer;
  }

  private Answer photo(String address, String key, byte[] file) {
    return server.send(
        server
            .from(address, "/api/reports/photos?key=" + key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private Answer report(String address, String key, String photo) {
    return server.post(
        server.from(address, "/api/reports"),
        "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9190%s}"
            .formatted(key, photo.isEmpty() ? "" : ",\"photos\":[\"" + photo + "\"]"));
  }
}
