package org.wangge.server.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wangge.access.Caller;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.demo.DemoModule;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wangge demo --grids N}: fills an empty installation with a generated city. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Generates a seamless city of any size into an empty installation. 生成演示城市。")
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--grids",
      required = true,
      paramLabel = "N",
      description = "How many grids, 16 to 200000.")
  private int grids;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Generating a city of " + grids + " grids.");
    out.flush();
    Optional<LocalServer> server = LocalServer.of(installation);
    return server.isPresent() ? through(server.get(), out) : directly(out);
  }

  private int through(LocalServer server, PrintWriter out) {
    HttpResponse<String> answer =
        server.post(
            "/api/demo?grids=" + grids, "application/json", HttpRequest.BodyPublishers.noBody());
    out.println(answer.body());
    return answer.statusCode() == 201 ? 0 : 1;
  }

  private int directly(PrintWriter out) {
    DataFolder folder =
        DataFolder.open(installation.data)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Another process holds the data folder " + installation.data + "."));
    Settings settings =
        new Settings(
            "127.0.0.1",
            0,
            installation.data,
            installation.databaseUrl(),
            Demonstration.NONE,
            Settings.CHINA);
    try (folder;
        Database database = App.open(settings, folder, Clock.systemUTC())) {
      int areas =
          new DemoModule(database, new JdbcGridStore(), java.util.List.of(), Clock.systemUTC())
              .loader()
              .loadCity(Caller.upkeep(), grids);
      out.println(areas + " areas of all levels are stored. Start the server: wangge serve");
      return 0;
    }
  }
}
