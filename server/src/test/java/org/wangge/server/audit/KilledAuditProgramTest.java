package org.wangge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.PackagedProgram;
import org.wangge.server.config.DataFolder;

/** The program is killed while people work; what it recorded until then is whole. */
class KilledAuditProgramTest {
  private static final int PEOPLE = 4;
  private static final Pattern SEALED = Pattern.compile("([0-9,]+) records sealed");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void the_audit_of_a_program_that_was_killed_under_load_is_sound() throws Exception {
    PackagedProgram program = PackagedProgram.serve(folder, "--no-demo");
    try {
      workUntilKilled(program);
    } finally {
      program.kill();
    }
    assertThat(answered.get()).isGreaterThan(20);
    String first = verify();
    assertThat(first).contains("The audit is sound");

    try (PackagedProgram again = PackagedProgram.serve(folder, "--no-demo")) {
      assertThat(again.isRunning()).isTrue();
      String second = verify();
      assertThat(second).contains("The audit is sound");
      assertThat(sealed(second)).isGreaterThanOrEqualTo(answered.get());
    }
  }

  private static int sealed(String output) {
    Matcher records = SEALED.matcher(output);
    assertThat(records.find()).as(output).isTrue();
    return Integer.parseInt(records.group(1).replace(",", ""));
  }

  /** With the folder free, by itself; while a server holds it, through that server. */
  private String verify() {
    PackagedProgram command =
        PackagedProgram.start(folder, "verify-audit", "--data", folder.resolve("data").toString());
    int code = command.await(Duration.ofSeconds(60));
    assertThat(code).as(command.output()).isZero();
    return command.output();
  }

  private void workUntilKilled(PackagedProgram program) throws InterruptedException {
    String token = DataFolder.runningServer(folder.resolve("data")).orElseThrow().token();
    URI tracks = URI.create(program.url() + "/api/tracks?limit=1");
    AtomicBoolean killed = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      people.execute(
          () -> {
            while (!killed.get()) {
              read(tracks, token);
            }
          });
    }
    Thread.sleep(2_000);
    program.kill();
    killed.set(true);
    people.shutdown();
    assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  private void read(URI uri, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        answered.incrementAndGet();
      }
    } catch (IOException e) {
      // Killed before it answered.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
