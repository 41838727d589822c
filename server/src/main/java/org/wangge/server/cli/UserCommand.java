package org.wangge.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wangge user}: accounts, for whoever owns the data folder: through the server that holds
 * it, else with a server of its own for as long as it takes.
 */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Keeps accounts: list, add, password, disable, enable, second-factor. 管理账号。")
final class UserCommand implements Runnable {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Does something with a server. */
  private int with(InstallationOptions installation, Function<LocalServer, Integer> work) {
    Optional<DataFolder> free = DataFolder.open(installation.data);
    if (free.isEmpty()) {
      return work.apply(
          LocalServer.of(installation)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "Another process holds the data folder " + installation.data + ".")));
    }
    try (DataFolder folder = free.get();
        App app = App.start(settings(installation), folder, Clock.systemUTC())) {
      app.administrator().ifPresent(added -> ServeCommand.introduce(out(), added));
      return work.apply(LocalServer.of(app.localUrl(), folder.token()));
    }
  }

  private static Settings settings(InstallationOptions installation) {
    return new Settings(
        "127.0.0.1",
        0,
        installation.data,
        installation.databaseUrl(),
        Demonstration.NONE,
        Settings.CHINA);
  }

  private int tell(HttpResponse<String> answer) {
    JsonNode json = json(answer);
    if (answer.statusCode() >= 300) {
      out().println(json.path("detail").asText() + " " + json.path("mend").asText());
      return 1;
    }
    if (json.has("account")) {
      print(json);
    }
    if (json.has("password")) {
      out().println("First password, told once and kept nowhere 首次口令，只显示这一次:");
      out().println("  " + json.path("password").asText());
    }
    return 0;
  }

  private void print(JsonNode account) {
    out()
        .println(
            account.path("account").asText()
                + "  "
                + account.path("state").asText()
                + spaced(account.path("staffCode").asText("")));
    for (JsonNode grant : account.path("grants")) {
      if (grant.path("holds").asBoolean()) {
        String where =
            grant.path("everywhere").asBoolean()
                ? "everywhere"
                : grant.path("partition").asText() + "/" + grant.path("area").asText();
        out().println("  " + grant.path("role").asText() + " in " + where);
      }
    }
  }

  private static String spaced(String text) {
    return text.isEmpty() || text.equals("null") ? "" : "  " + text;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the server's answer is not JSON", e);
    }
  }

  /** Changes an account as it is now. */
  private int change(LocalServer server, String id, String method, String path, String body) {
    HttpResponse<String> now = server.get("/api/accounts/" + id);
    if (now.statusCode() >= 300) {
      return tell(now);
    }
    int version = json(now).path("version").asInt();
    return tell(server.change(method, "/api/accounts/" + id + path, version, body));
  }

  @Command(name = "list", description = "Lists accounts with what they may do. 列出账号。")
  int list(@Mixin InstallationOptions installation) {
    return with(
        installation,
        server -> {
          String next = "";
          do {
            JsonNode page = json(server.get("/api/accounts?limit=200" + next));
            page.path("accounts").forEach(this::print);
            next = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
          } while (!next.isEmpty());
          return 0;
        });
  }

  @Command(name = "add", description = "Adds an account and tells its first password. 新建账号。")
  int add(
      @Mixin InstallationOptions installation,
      @Parameters(index = "0", paramLabel = "ACCOUNT") String id,
      @Option(names = "--role", required = true, paramLabel = "ROLE") String role,
      @Option(names = "--area", paramLabel = "CODE", description = "Absent: everywhere.")
          @Nullable String area,
      @Option(names = "--partition", paramLabel = "ID", description = "Of an overlay area.")
          @Nullable String partition,
      @Option(names = "--staff", paramLabel = "CODE") @Nullable String staffCode) {
    ObjectNode body = JSON.createObjectNode().put("account", id).put("role", role);
    if (area != null) {
      body.put("area", area);
    }
    if (partition != null) {
      body.put("partition", partition);
    }
    if (staffCode != null) {
      body.put("staffCode", staffCode);
    }
    return with(
        installation,
        server ->
            tell(
                server.post(
                    "/api/accounts",
                    "application/json",
                    HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  @Command(name = "password", description = "Sets another first password. 重设口令。")
  int password(
      @Mixin InstallationOptions installation,
      @Parameters(index = "0", paramLabel = "ACCOUNT") String id) {
    return with(installation, server -> change(server, id, "POST", "/password", ""));
  }

  @Command(name = "disable", description = "Lets nobody sign in with it any more. 停用账号。")
  int disable(
      @Mixin InstallationOptions installation,
      @Parameters(index = "0", paramLabel = "ACCOUNT") String id) {
    return with(
        installation, server -> change(server, id, "PATCH", "", "{\"state\":\"disabled\"}"));
  }

  @Command(name = "enable", description = "Makes it usable again. 启用账号。")
  int enable(
      @Mixin InstallationOptions installation,
      @Parameters(index = "0", paramLabel = "ACCOUNT") String id) {
    return with(installation, server -> change(server, id, "PATCH", "", "{\"state\":\"active\"}"));
  }

  @Command(name = "second-factor", description = "Takes a lost second factor away. 解除丢失的第二步验证。")
  int secondFactor(
      @Mixin InstallationOptions installation,
      @Parameters(index = "0", paramLabel = "ACCOUNT") String id) {
    return with(installation, server -> change(server, id, "DELETE", "/second-factor", ""));
  }
}
