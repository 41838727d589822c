package org.wangge.server.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.server.config.Settings.CertificateFiles;
import org.wangge.server.config.Settings.Door;
import org.wangge.server.http.NumericAddress;
import org.wangge.server.tls.TlsFolder;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the server is reached from other machines. */
final class DoorOptions {
  @Option(
      names = "--tls",
      description = "HTTPS with the certificate that 'tls init' made. 启用 HTTPS。")
  boolean tls;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "HTTPS with this certificate, in PEM: the server's first, then its signers.")
  @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, in PEM.")
  @Nullable Path key;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Plain HTTP here leads to HTTPS, and shows phones what to trust at /ca/.")
  @Nullable Integer plainPort;

  @Option(
      names = "--behind-proxy",
      split = ",",
      paramLabel = "ADDRESS",
      description =
          "A proxy at this address speaks HTTPS and passes on Host, X-Forwarded-For and"
              + " X-Forwarded-Proto; only it is let in and believed.")
  List<String> proxies = List.of();

  Door door(Path dataFolder, CommandLine command) {
    if (certificate == null != (key == null)) {
      throw new ParameterException(command, "--tls-certificate and --tls-key belong together.");
    }
    if (tls && certificate != null) {
      throw new ParameterException(
          command, "Either --tls, with the certificate of 'tls init', or --tls-certificate.");
    }
    Set<String> addresses = new LinkedHashSet<>();
    for (String proxy : proxies) {
      if (NumericAddress.parse(proxy).isEmpty()) {
        throw new ParameterException(
            command, "--behind-proxy wants addresses like 10.0.0.7, not '" + proxy + "'.");
      }
      addresses.add(NumericAddress.canonical(proxy));
    }
    return new Door(
        files(dataFolder),
        plainPort == null ? OptionalInt.empty() : OptionalInt.of(plainPort),
        addresses);
  }

  private @Nullable CertificateFiles files(Path dataFolder) {
    if (certificate != null && key != null) {
      return new CertificateFiles(certificate, key);
    }
    Path own = TlsFolder.of(dataFolder).serverFile();
    return tls ? new CertificateFiles(own, own) : null;
  }
}
