package org.wangge.server.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** By what people know a certificate on two screens: its name, and its SHA-256. */
public final class Fingerprint {
  private static final int GROUP = 4;

  private Fingerprint() {}

  /** In sixteen groups of four digits. */
  public static List<String> groups(X509Certificate certificate) {
    try {
      String hex =
          HexFormat.of()
              .withUpperCase()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
      List<String> groups = new ArrayList<>();
      for (int at = 0; at < hex.length(); at += GROUP) {
        groups.add(hex.substring(at, at + GROUP));
      }
      return groups;
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The name under which phones list it. */
  public static String nameOf(X509Certificate certificate) {
    String whole = certificate.getSubjectX500Principal().getName();
    return whole.replaceAll("(^|.*,)CN=([^,]*).*", "$2");
  }
}
