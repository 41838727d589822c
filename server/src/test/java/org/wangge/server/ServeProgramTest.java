package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.config.DataFolder;

class ServeProgramTest {
  @TempDir Path folder;

  @Test
  void it_serves_stops_at_a_signal_and_leaves_nothing_behind() throws Exception {
    PackagedProgram program = PackagedProgram.serve(folder, "--no-demo");
    assertThat(status(program.url() + "/readyz")).isEqualTo(200);
    assertThat(status(program.url() + "/")).isEqualTo(200);
    Path address = folder.resolve("data/server");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(address)))
        .isEqualTo("rw-------");
    program.stop();
    assertThat(program.output()).contains("Stopping.").doesNotContain("Exception");
    assertThat(address).doesNotExist();
  }

  @Test
  void a_second_server_on_the_same_folder_says_where_the_first_is() {
    try (PackagedProgram first = PackagedProgram.serve(folder, "--no-demo")) {
      PackagedProgram second =
          PackagedProgram.start(
              folder, "serve", "--port", "0", "--data", folder.resolve("data").toString());
      assertThat(second.await(Duration.ofSeconds(30))).isEqualTo(1);
      assertThat(second.output()).contains("Already running").contains(first.url());
    }
  }

  @Test
  void a_port_that_is_taken_is_said_in_one_sentence() {
    try (PackagedProgram first = PackagedProgram.serve(folder, "--no-demo")) {
      String port = first.url().substring(first.url().lastIndexOf(':') + 1);
      PackagedProgram second =
          PackagedProgram.start(
              folder,
              "serve",
              "--no-demo",
              "--port",
              port,
              "--data",
              folder.resolve("other").toString());
      assertThat(second.await(Duration.ofSeconds(30))).isEqualTo(1);
      assertThat(second.output())
          .contains("Port " + port)
          .contains("--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void other_machines_get_in_over_https_alone_and_commands_still_do_on_this_one() throws Exception {
    String data = folder.resolve("data").toString();
    PackagedProgram refused =
        PackagedProgram.start(folder, "serve", "--no-demo", "--host", "0.0.0.0", "--data", data);
    assertThat(refused.await(Duration.ofSeconds(30))).isEqualTo(1);
    assertThat(refused.output()).contains("Three ways out").doesNotContain("\tat ");

    PackagedProgram made = PackagedProgram.start(folder, "tls", "init", "--data", data);
    assertThat(made.await(Duration.ofSeconds(30))).isZero();
    assertThat(made.output()).contains("SHA-256:").contains("127.0.0.1");
    try (PackagedProgram program =
        PackagedProgram.serve(folder, "--no-demo", "--host", "0.0.0.0", "--tls")) {
      assertThat(program.url()).startsWith("https://");
      DataFolder.RunningServer own = DataFolder.runningServer(folder.resolve("data")).orElseThrow();
      assertThat(own.url()).startsWith("http://127.0.0.1:");
      assertThat(status(own.url() + "/api/session")).isEqualTo(403);
      PackagedProgram command =
          PackagedProgram.start(folder, "demo", "--grids", "20", "--data", data);
      assertThat(command.await(Duration.ofSeconds(60))).as(command.output()).isZero();
    }
  }

  private static int status(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
