package org.wangge.server.tls;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.server.config.Settings;
import org.wangge.server.http.FrontDoor;

/** Puts the front door together from what is set. */
public final class TlsModule {
  private static final Logger log = LoggerFactory.getLogger(TlsModule.class);
  private static final Duration SOON = Duration.ofDays(30);

  private TlsModule() {}

  /**
   * The front door of these settings.
   *
   * @throws CertificateTrouble where the certificate cannot be used
   */
  public static FrontDoor door(Settings settings, Instant now) {
    return new FrontDoor(
        settings.host(),
        settings.port(),
        tls(settings, now),
        settings.door().plainPort(),
        settings.door().proxies(),
        Set.of(settings.host()));
  }

  private static FrontDoor.@Nullable Tls tls(Settings settings, Instant now) {
    Settings.CertificateFiles files = settings.door().certificateOrNull();
    if (files == null) {
      return null;
    }
    if (files.key().equals(TlsFolder.of(settings.dataFolder()).serverFile())
        && Files.notExists(files.key())) {
      throw new CertificateTrouble(
          "There is no certificate in " + files.key() + ". Make one first: wangge tls init");
    }
    ServerIdentity identity = ServerIdentity.load(files.certificates(), files.key(), now);
    if (identity.endsAt().isBefore(now.plus(SOON))) {
      log.warn("The server's certificate ends at {}: renew it.", identity.endsAt());
    }
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    return new FrontDoor.Tls(identity.keyStore(password), password);
  }
}
