package org.wangge.server.patrol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who vouches for a broker. */
final class MqttAuthority {
  private MqttAuthority() {}

  /**
   * The certificates of a file in PEM.
   *
   * @param fileOrNull null for those that the JVM trusts
   * @throws MqttTrouble {@code authority} where it cannot be read
   */
  static TrustManagerFactory of(@Nullable Path fileOrNull) throws MqttTrouble {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(fileOrNull == null ? (KeyStore) null : store(fileOrNull));
      return factory;
    } catch (IOException | GeneralSecurityException e) {
      throw new MqttTrouble("authority", e);
    }
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + store.size(), one);
      }
    }
    return store;
  }
}
