package org.wangge.server.tls;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.server.config.Settings;
import org.wangge.server.http.FrontDoor;

/** Puts the front door together from what is set. */
public final class TlsModule {
  private static final Logger log = LoggerFactory.getLogger(TlsModule.class);
  private static final Duration SOON = Duration.ofDays(30);

  private final Settings settings;
  private final Optional<ServerIdentity> identity;

  /**
   * Reads what the settings name.
   *
   * @throws IllegalStateException where they leave the door open to all
   * @throws CertificateTrouble where the certificate cannot be used
   */
  public TlsModule(Settings settings, Instant now) {
    settings.requireSafeDoor();
    this.settings = settings;
    identity =
        Optional.ofNullable(settings.door().certificateOrNull())
            .map(files -> identity(settings, files, now));
  }

  /** The front door of these settings. */
  public FrontDoor door() {
    return new FrontDoor(
        settings.host(),
        settings.port(),
        identity.map(TlsModule::shown).orElse(null),
        settings.door().plainPort(),
        settings.door().proxies(),
        Set.of(settings.host()));
  }

  /**
   * What phones are told.
   *
   * @param port of the front door, once it is open
   * @param plainPort of plain HTTP beside it; negative where there is none
   */
  public AuthorityHttp http(IntSupplier port, IntSupplier plainPort) {
    TlsFolder folder = TlsFolder.of(settings.dataFolder());
    boolean proxied = !settings.door().proxies().isEmpty();
    return new AuthorityHttp(
        identity.isPresent() || proxied ? folder.trusted() : Optional.empty(),
        OwnAddresses.of(
            identity.map(ServerIdentity::names).orElse(List.of()), port, plainPort, proxied));
  }

  private static ServerIdentity identity(
      Settings settings, Settings.CertificateFiles files, Instant now) {
    if (files.key().equals(TlsFolder.of(settings.dataFolder()).serverFile())
        && Files.notExists(files.key())) {
      throw new CertificateTrouble(
          "There is no certificate in " + files.key() + ". Make one first: wangge tls init");
    }
    ServerIdentity identity = ServerIdentity.load(files.certificates(), files.key(), now);
    if (identity.endsAt().isBefore(now.plus(SOON))) {
      log.warn("The server's certificate ends at {}: renew it.", identity.endsAt());
    }
    return identity;
  }

  private static FrontDoor.Tls shown(ServerIdentity identity) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    return new FrontDoor.Tls(identity.keyStore(password), password);
  }
}
