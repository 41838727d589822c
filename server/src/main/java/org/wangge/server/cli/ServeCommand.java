package org.wangge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Keeping;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.config.Settings.Door;
import org.wangge.server.demo.DemoAccounts;
import org.wangge.server.http.NumericAddress;
import org.wangge.server.people.FirstAccounts;
import org.wangge.server.tls.HostName;
import org.wangge.server.tls.TlsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wangge serve}: runs the server in the foreground until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the server until Ctrl-C or SIGTERM. 启动服务。")
final class ServeCommand implements Callable<Integer> {
  private static final List<Integer> SPEEDS = List.of(1, 10, 60);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InstallationOptions installation = new InstallationOptions();
  @Mixin private DoorOptions doors = new DoorOptions();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE}; 0 takes a free one).")
  private int port = 8080;

  @Option(names = "--no-demo", description = "Leave an empty database empty.")
  private boolean noDemo;

  @Option(
      names = "--no-simulator",
      description = "Let nothing happen by itself in the demonstration town.")
  private boolean noSimulator;

  @Option(
      names = "--demo-speed",
      paramLabel = "1|10|60",
      defaultValue = "1",
      description =
          "How many times faster the town's clock runs than the machine's (default:"
              + " ${DEFAULT-VALUE}).")
  private int demoSpeed = 1;

  @Option(
      names = "--keep-looks",
      paramLabel = "DAYS",
      defaultValue = "" + Keeping.LOOK_DAYS,
      description =
          "How many days it is kept who looked at whose positions (default: ${DEFAULT-VALUE}).")
  private int lookDays = Keeping.LOOK_DAYS;

  @Option(
      names = "--keep-positions",
      paramLabel = "DAYS",
      defaultValue = "" + Keeping.POSITION_DAYS,
      description =
          "How many days positions and tracks are kept, 8 at least (default: ${DEFAULT-VALUE}).")
  private int positionDays = Keeping.POSITION_DAYS;

  @Override
  public Integer call() throws InterruptedException {
    if (!SPEEDS.contains(demoSpeed)) {
      throw new ParameterException(
          spec.commandLine(), "--demo-speed is 1, 10 or 60, not " + demoSpeed + ".");
    }
    if (lookDays < 1) {
      throw new ParameterException(
          spec.commandLine(), "--keep-looks is a number of days, not " + lookDays + ".");
    }
    if (positionDays < Keeping.LEAST_POSITION_DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--keep-positions is a number of days from %d on, not %d."
              .formatted(Keeping.LEAST_POSITION_DAYS, positionDays));
    }
    Door door = doors.door(installation.data, spec.commandLine());
    String databaseUrl = installation.databaseUrl();
    PrintWriter out = spec.commandLine().getOut();
    Optional<DataFolder> held = DataFolder.open(installation.data);
    if (held.isEmpty()) {
      out.println(alreadyRunning());
      return 1;
    }
    Settings settings =
        new Settings(
            host,
            port,
            installation.data,
            databaseUrl,
            new Demonstration(!noDemo, !noDemo && !noSimulator, demoSpeed),
            Settings.CHINA,
            door,
            new Keeping(lookDays, positionDays));
    // The process ends when the folder is let go, and not before.
    CountDownLatch stopped = new CountDownLatch(1);
    try (DataFolder folder = held.get()) {
      serve(settings, folder, out, stopped);
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private void serve(Settings settings, DataFolder folder, PrintWriter out, CountDownLatch stopped)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  await(stopped);
                },
                "stop"));
    try (App app = App.start(settings, folder, Clock.systemUTC())) {
      String url = url(settings, app);
      folder.announce(app.localUrl());
      out.println("Wangge is ready: " + url + "/   (Ctrl-C stops it)");
      sayHowPhonesGetIn(settings, app, url, out);
      if (settings.demonstration().town() && settings.isLoopback()) {
        out.println("Start here: " + url + "/sign-in/   演示从这里开始");
        out.println(
            "Demonstration accounts: "
                + String.join(", ", DemoAccounts.ids())
                + "; password: demo");
      }
      app.administrator().ifPresent(added -> introduce(out, added));
      out.flush();
      stop.await();
      out.println("Stopping.");
      out.flush();
    }
  }

  static void introduce(PrintWriter out, FirstAccounts.Administrator added) {
    out.println("The first administrator was added. This is said once and kept nowhere:");
    out.println("第一个管理员账号已建立，以下口令只显示这一次：");
    out.println("  account 账号: " + added.account() + "   password 口令: " + added.password());
  }

  private static String url(Settings settings, App app) {
    String scheme = settings.door().certificateOrNull() == null ? "http" : "https";
    return scheme + "://" + inUrl(settings.host()) + ":" + app.port();
  }

  /** Whoever listens on all addresses is told one that can be typed. */
  private static String inUrl(String host) {
    return NumericAddress.parse(host)
        .map(address -> address.isAnyLocalAddress() ? "localhost" : HostName.parse(host).inUrl())
        .orElse(host);
  }

  private static void sayHowPhonesGetIn(Settings settings, App app, String url, PrintWriter out) {
    if (!settings.door().proxies().isEmpty()) {
      out.println(
          "Only the proxy is let in: " + String.join(", ", settings.door().proxies()) + ".");
    }
    if (TlsFolder.of(settings.dataFolder()).trusted().isPresent()
        && settings.door().certificateOrNull() != null) {
      String plain = "http://" + inUrl(settings.host()) + ":" + app.plainPort();
      out.println(
          "Phones learn to trust it at: " + (app.plainPort() < 0 ? url : plain) + "/ca/   手机安装证书");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String alreadyRunning() {
    return DataFolder.runningServer(installation.data)
        .map(server -> "Already running on this data folder: " + server.url() + "/")
        .orElse(
            "Another process holds the data folder "
                + installation.data
                + ". Stop it, or choose another with --data.");
  }
}
