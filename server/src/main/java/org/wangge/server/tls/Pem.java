package org.wangge.server.tls;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Certificates and keys as text (RFC 7468); keys as PKCS#8, or in the older forms of RSA (PKCS#1)
 * and elliptic curves (SEC 1).
 */
final class Pem {
  private static final long LONGEST_BYTES = 1_000_000;

  private Pem() {}

  static String of(X509Certificate certificate) {
    return text(writer -> writer.writeObject(certificate));
  }

  static String of(PrivateKey key) {
    return text(writer -> writer.writeObject(new JcaPKCS8Generator(key, null)));
  }

  private static String text(Writing writing) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writing.to(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Writing {
    void to(JcaPEMWriter writer) throws IOException;
  }

  /** All certificates of a file, in its order. */
  static List<X509Certificate> certificates(Path file) {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    List<X509Certificate> all = new ArrayList<>();
    try {
      for (Object part : parts(file)) {
        if (part instanceof X509CertificateHolder holder) {
          all.add(converter.getCertificate(holder));
        }
      }
    } catch (CertificateException e) {
      throw new CertificateTrouble("A certificate in " + file + " cannot be read.", e);
    }
    if (all.isEmpty()) {
      throw new CertificateTrouble(
          "There is no certificate in " + file + ": it wants -----BEGIN CERTIFICATE-----.");
    }
    return all;
  }

  /** The first private key of a file. */
  static PrivateKey key(Path file) {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try {
      for (Object part : parts(file)) {
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PKCS8EncryptedPrivateKeyInfo || part instanceof PEMEncryptedKeyPair) {
          throw new CertificateTrouble(
              "The key in "
                  + file
                  + " is encrypted, and a server has nobody to ask for its password. Decrypt it to a"
                  + " file that only the server's user can read: openssl pkey -in FILE -out NEW");
        }
      }
    } catch (IOException e) {
      throw new CertificateTrouble("The key in " + file + " cannot be read.", e);
    }
    throw new CertificateTrouble(
        "There is no private key in " + file + ": it wants -----BEGIN PRIVATE KEY-----.");
  }

  private static List<Object> parts(Path file) {
    List<Object> parts = new ArrayList<>();
    Reader text = reader(file);
    try (PEMParser parser = new PEMParser(text)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new CertificateTrouble("The file " + file + " is not PEM.", e);
    }
    return parts;
  }

  private static Reader reader(Path file) {
    try {
      if (Files.notExists(file)) {
        throw new CertificateTrouble("There is no file " + file + ".");
      }
      if (Files.size(file) > LONGEST_BYTES) {
        throw new CertificateTrouble("The file " + file + " is too large to be a certificate.");
      }
      return new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new CertificateTrouble("The file " + file + " cannot be read.", e);
    }
  }
}
