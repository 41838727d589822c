package org.wangge.server.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority of this installation alone. It can sign nothing but certificates of servers, not of
 * further authorities, and only for the names and addresses it was made for: whoever steals its key
 * cannot pass for a bank.
 *
 * @param key private
 * @param certificate what phones are told to trust
 */
record LocalAuthority(PrivateKey key, X509Certificate certificate) {
  private static final Duration LIFE = Duration.ofDays(3_650);

  /** Clocks of phones that are behind shall not refuse a fresh certificate. */
  private static final Duration EARLIER = Duration.ofDays(1);

  /** Makes one that may sign for these names, below them, and for addresses of private networks. */
  static LocalAuthority create(String name, List<HostName> names, Instant now) {
    KeyPair pair = keyPair();
    X500Principal subject = new X500Principal("CN=" + name + ", O=Wangge");
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  subject,
                  serial(),
                  Date.from(now.minus(EARLIER)),
                  Date.from(now.plus(LIFE)),
                  subject,
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
              .addExtension(Extension.nameConstraints, true, NamesAllowed.of(names))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  identifiers.createSubjectKeyIdentifier(pair.getPublic()));
      return new LocalAuthority(pair.getPrivate(), sign(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateTrouble("The authority cannot be made.", e);
    }
  }

  /** Makes a key and a certificate for a server that is called by these names. */
  ServerIdentity issue(List<HostName> names, Instant now, Duration life) {
    KeyPair pair = keyPair();
    GeneralName[] called =
        names.stream()
            .map(
                name ->
                    new GeneralName(
                        name.isAddress() ? GeneralName.iPAddress : GeneralName.dNSName,
                        name.text()))
            .toArray(GeneralName[]::new);
    Instant end = now.plus(life);
    Instant own = certificate.getNotAfter().toInstant();
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  certificate.getSubjectX500Principal(),
                  serial(),
                  Date.from(now.minus(EARLIER)),
                  Date.from(end.isBefore(own) ? end : own),
                  new X500Principal("CN=Wangge server, O=Wangge"),
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(called))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  identifiers.createSubjectKeyIdentifier(pair.getPublic()));
      return new ServerIdentity(pair.getPrivate(), List.of(sign(builder, key), certificate));
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateTrouble("The server's certificate cannot be made.", e);
    }
  }

  /** All of it as text. */
  String pem() {
    return Pem.of(key) + Pem.of(certificate);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has the curve P-256", e);
    }
  }

  /** Positive, and by chance, so that nobody can tell the next. */
  private static BigInteger serial() {
    return new BigInteger(126, new SecureRandom()).setBit(126);
  }

  @Override
  public String toString() {
    return "LocalAuthority " + certificate.getSubjectX500Principal();
  }
}
