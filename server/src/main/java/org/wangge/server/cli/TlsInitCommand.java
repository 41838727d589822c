package org.wangge.server.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.wangge.server.config.Settings;
import org.wangge.server.tls.Fingerprint;
import org.wangge.server.tls.HostName;
import org.wangge.server.tls.TlsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code wangge tls init}: makes a local authority and a certificate for the server; run again, it
 * renews the server's and keeps the authority, so that phones need not be touched.
 */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a local authority and the server's certificate in DIR/tls; run again, it renews the",
      "certificate and keeps the authority. 生成本地证书颁发机构和服务器证书；再次运行则续期。"
    })
final class TlsInitCommand implements Callable<Integer> {
  /** Longer than this, phones refuse the certificate of a server. */
  private static final int MOST_DAYS = 825;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--host",
      arity = "1..*",
      paramLabel = "NAME_OR_IP",
      description = "How the server is called, besides the addresses of this machine.")
  private List<String> hosts = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "397",
      description =
          "How long the server's certificate lasts, 1 to 825 (default: ${DEFAULT-VALUE}).")
  private int days = 397;

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(spec.commandLine(), "--days is 1 to 825, not " + days + ".");
    }
    Instant now = Clock.systemUTC().instant();
    TlsFolder folder = TlsFolder.of(installation.data);
    TlsFolder.Made made =
        folder.init(
            "Wangge " + machine() + " " + LocalDate.ofInstant(now, Settings.CHINA),
            hosts.stream().map(HostName::parse).toList(),
            Duration.ofDays(days),
            now);
    report(folder, made);
    return 0;
  }

  private void report(TlsFolder folder, TlsFolder.Made made) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        made.isNewAuthority()
            ? "Made a local authority, which phones and computers have to be told to trust."
            : "Kept the local authority and renewed the server's certificate: nothing changes for"
                + " phones.");
    out.println("  authority:   " + Fingerprint.nameOf(made.authority()));
    out.println("  SHA-256:     " + String.join(" ", Fingerprint.groups(made.authority())));
    out.println("  server:      " + String.join(", ", texts(made.server().names())));
    out.println("  valid until: " + made.server().endsAt());
    if (!made.leftOut().isEmpty()) {
      out.println(
          "  left out:    "
              + String.join(", ", texts(made.leftOut()))
              + " (the authority was not made for it)");
    }
    out.println(
        "The key of the authority, "
            + folder.path().resolve("authority.pem")
            + ", is only needed for the next renewal: it may be kept elsewhere.");
    out.println(
        "Start the server with: wangge serve --tls --host 0.0.0.0 --port 8443 --http-port 8080");
    out.println("Phones then find what to trust at http://ADDRESS:8080/ca/   手机安装证书：/ca/");
    out.println("A server that runs takes the new certificate when it is started again.");
  }

  private static List<String> texts(List<HostName> names) {
    return names.stream().map(HostName::text).toList();
  }

  /** Only to tell authorities of several installations apart. */
  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
    } catch (UnknownHostException e) {
      return "server";
    }
  }
}
