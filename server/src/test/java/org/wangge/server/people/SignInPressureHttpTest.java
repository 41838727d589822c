package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Many sign in at once, and somebody guesses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPressureHttpTest {
  private static final int PEOPLE = 60;
  private static final int GUESSES_A_SECOND = 50;

  /** {@code -Dwangge.guess.seconds=60} is a whole minute. */
  private static final int SECONDS = Integer.getInteger("wangge.guess.seconds", 5);

  private static final String ELSEWHERE = "127.0.0.2";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.empty(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void sixty_people_behind_one_address_sign_in_within_a_minute() throws Exception {
    List<String> passwords = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      passwords.add(add("person." + i));
    }
    // Some others behind the same address mistype before.
    for (int i = 0; i < 5; i++) {
      assertThat(server.post(server.to("/api/session"), body("other." + i, "?")).status())
          .isEqualTo(401);
    }
    ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    List<Future<Integer>> begun = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < PEOPLE; i++) {
      String account = "person." + i;
      String password = passwords.get(i);
      begun.add(threads.submit(() -> signInPatiently(account, password)));
    }
    for (Future<Integer> one : begun) {
      assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
    threads.shutdown();
  }

  /** As people do it: whoever is told to wait for a second or two tries again then. */
  private int signInPatiently(String account, String password) throws InterruptedException {
    for (; ; ) {
      Answer answer = server.post(server.to("/api/session"), body(account, password));
      if (answer.status() == 200) {
        return answer.status();
      }
      long wait = Long.parseLong(answer.header("Retry-After"));
      assertThat(wait).as(answer.body()).isLessThanOrEqualTo(2);
      TimeUnit.SECONDS.sleep(wait);
    }
  }

  @Test
  void guessing_is_slowed_down_and_told_and_its_victim_still_gets_in_from_elsewhere()
      throws Exception {
    String password = add("victim");
    int heard = 0;
    int slowed = 0;
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (LogWatch log = new LogWatch()) {
      long cpu = machine.getProcessCpuTime();
      long began = System.nanoTime();
      for (int i = 0; i < SECONDS * GUESSES_A_SECOND; i++) {
        Answer answer = server.post(server.to("/api/session"), body("victim", "guess " + i));
        heard += answer.status() == 401 ? 1 : 0;
        if (answer.status() == 429) {
          slowed++;
          assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        }
        waitUntil(began + (i + 1) * 1_000_000_000L / GUESSES_A_SECOND);
      }
      long spent = machine.getProcessCpuTime() - cpu;
      assertThat(heard).isBetween(5, 5 * (1 + SECONDS / 60));
      assertThat(slowed).isEqualTo(SECONDS * GUESSES_A_SECOND - heard);
      assertThat(spent).as("less than one core").isLessThan(System.nanoTime() - began);
      assertThat(log.messages()).anyMatch(line -> line.contains("ADDRESS_AT_ACCOUNT"));
      assertThat(log.messages()).noneMatch(line -> line.contains("guess"));
    }
    assertThat(server.post(server.to("/api/session"), body("victim", password)).status())
        .as("from where the guesses come")
        .isEqualTo(429);
    assertThat(signInFrom(ELSEWHERE, "victim", password)).startsWith("HTTP/1.1 200");
  }

  private static void waitUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  /** The status line that a client at another address gets. */
  private String signInFrom(String address, String account, String password) throws IOException {
    byte[] body = body(account, password).getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "POST /api/session HTTP/1.1",
            "Host: 127.0.0.1:%d",
            "Content-Type: application/json",
            "Content-Length: %d",
            "Connection: close",
            "",
            "");
    InetAddress here = InetAddress.getLoopbackAddress();
    InetAddress there = InetAddress.getAllByName(address)[0];
    try (Socket socket = new Socket(here, server.port(), there, 0)) {
      socket
          .getOutputStream()
          .write(head.formatted(server.port(), body.length).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  private String add(String account) {
    Answer added =
        server.post(
            server.asOwner("/api/accounts"),
            "{\"account\":\"%s\",\"role\":\"operator\"}".formatted(account));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().path("password").asText();
  }

  private static String body(String account, String password) {
    return "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(account, password);
  }
}
