package org.wangge.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the server shows of itself: its key, and its certificate with those that lead to an
 * authority.
 *
 * @param key private
 * @param chain the server's own first
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
  private static final int DNS_NAME = 2;
  private static final int ADDRESS = 7;

  public ServerIdentity {
    chain = List.copyOf(chain);
  }

  /**
   * Reads it from files in PEM, which may be one and the same.
   *
   * @throws CertificateTrouble where a file is missing or unreadable, the key is not that of the
   *     certificate, the chain is out of order, or the certificate is not valid now
   */
  public static ServerIdentity load(Path certificateFile, Path keyFile, Instant now) {
    List<X509Certificate> chain = Pem.certificates(certificateFile);
    PrivateKey key = Pem.key(keyFile);
    X509Certificate own = chain.get(0);
    if (!belongTogether(key, own)) {
      throw new CertificateTrouble(
          "The key in "
              + keyFile
              + " is not that of the first certificate in "
              + certificateFile
              + ". The server's own certificate comes first, then those that signed it.");
    }
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw new CertificateTrouble(
          "The certificate in "
              + certificateFile
              + " expired on "
              + own.getNotAfter().toInstant()
              + ". Renew it; one of the local authority with: wangge tls init");
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      throw new CertificateTrouble(
          "The certificate in "
              + certificateFile
              + " is valid from "
              + own.getNotBefore().toInstant()
              + " on. Is the clock of this machine right?");
    }
    requireOrder(chain, certificateFile);
    return new ServerIdentity(key, chain);
  }

  private static void requireOrder(List<X509Certificate> chain, Path file) {
    for (int i = 1; i < chain.size(); i++) {
      try {
        chain.get(i - 1).verify(chain.get(i).getPublicKey());
      } catch (GeneralSecurityException e) {
        throw new CertificateTrouble(
            "Certificate " + (i + 1) + " in " + file + " did not sign the one before it.", e);
      }
    }
  }

  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] probe = {1, 2, 3, 4};
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(probe);
      byte[] signed = signing.sign();
      Signature checking = Signature.getInstance(algorithm);
      checking.initVerify(certificate.getPublicKey());
      checking.update(probe);
      return checking.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Until when it can be used. */
  public Instant endsAt() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** What the server may be called. */
  public List<HostName> names() {
    return names(chain.get(0));
  }

  static List<HostName> names(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
          .flatMap(Collection::stream)
          .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(ADDRESS))
          .map(name -> new HostName(String.valueOf(name.get(1)), name.get(0).equals(ADDRESS)))
          .toList();
    } catch (CertificateParsingException e) {
      throw new CertificateTrouble("The names of the certificate cannot be read.", e);
    }
  }

  /** As the encryption of connections wants it, in memory only, opened by this password. */
  public KeyStore keyStore(String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, password.toCharArray(), chain.toArray(new Certificate[0]));
      return store;
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new CertificateTrouble("The certificate cannot be used.", e);
    }
  }

  /** All of it as text. */
  String pem() {
    StringBuilder text = new StringBuilder(Pem.of(key));
    chain.forEach(certificate -> text.append(Pem.of(certificate)));
    return text.toString();
  }

  @Override
  public String toString() {
    return "ServerIdentity of " + chain.get(0).getSubjectX500Principal();
  }
}
