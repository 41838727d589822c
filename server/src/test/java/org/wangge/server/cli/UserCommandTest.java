package org.wangge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

class UserCommandTest {
  private static final String PASSWORD = "([a-z2-9]{5}-){3}[a-z2-9]{5}";

  @TempDir Path folder;
  private int code;

  @Test
  void accounts_are_kept_while_no_server_runs() {
    assertThat(run("add", "li.wei", "--role", "operator", "--area", "990101001"))
        .as("the first administrator too, since nobody else would know of it")
        .contains("administrator", "operator in tree/990101001")
        .containsPattern("  " + PASSWORD);
    assertThat(code).isZero();
    assertThat(run("list")).contains("li.wei  active", "administrator in everywhere");
    assertThat(run("disable", "li.wei")).contains("li.wei  disabled");
    run("disable", "administrator");
    assertThat(code).as("the last administrator stays").isOne();
    run("password", "nobody");
    assertThat(code).isOne();
  }

  @Test
  void a_server_that_holds_the_folder_is_asked() {
    try (RunningServer server = RunningServer.empty(folder)) {
      server.announce();
      String told = run("add", "wang.fang", "--role", "worker");
      assertThat(code).isZero();
      String password = told.lines().reduce((first, second) -> second).orElseThrow().trim();
      assertThat(password).matches(PASSWORD);
      assertThat(
              server
                  .post(
                      server.to("/api/session"),
                      "{\"user\":\"wang.fang\",\"password\":\"%s\"}".formatted(password))
                  .status())
          .isEqualTo(200);
    }
  }

  private String run(String... arguments) {
    StringWriter told = new StringWriter();
    List<String> all = new ArrayList<>(List.of("user"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    code =
        Wangge.commandLine()
            .setOut(new PrintWriter(told, true))
            .execute(all.toArray(String[]::new));
    return told.toString();
  }
}
