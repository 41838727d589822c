package org.wangge.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir Path folder;

  @Test
  void the_first_time_makes_an_authority_and_a_certificate_it_signed() throws Exception {
    TlsFolder.Made made = init("map.example.test", "203.0.113.9");
    assertThat(made.isNewAuthority()).isTrue();
    X509Certificate authority = made.authority();
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
    assertThat(authority.getPublicKey().getAlgorithm()).isEqualTo("EC");
    ServerIdentity read = ServerIdentity.load(file("server.pem"), file("server.pem"), NOW);
    assertThat(read.chain()).isEqualTo(made.server().chain());
    assertThat(read.names())
        .extracting(HostName::text)
        .contains("map.example.test", "203.0.113.9", "localhost", "127.0.0.1");
    assertThat(read.endsAt()).isEqualTo(NOW.plus(YEAR));
    validate(read.chain().get(0), authority);
  }

  @Test
  void only_the_owner_can_read_what_is_made_and_nothing_half_written_is_left() throws Exception {
    init();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
        .isEqualTo("rwx------");
    try (var files = Files.list(file(""))) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("authority.pem", "ca.crt", "server.pem");
      for (Path one : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(Files.readString(file("ca.crt"))).doesNotContain("PRIVATE");
  }

  @Test
  void the_second_time_keeps_the_authority_and_the_names_and_renews_the_certificate() {
    TlsFolder.Made first = init("map.example.test");
    TlsFolder.Made second = init();
    assertThat(second.isNewAuthority()).isFalse();
    assertThat(second.authority()).isEqualTo(first.authority());
    assertThat(second.server().key()).isNotEqualTo(first.server().key());
    assertThat(second.server().names()).extracting(HostName::text).contains("map.example.test");
  }

  @Test
  void a_name_the_authority_was_not_made_for_is_refused_and_changes_nothing() throws Exception {
    init("map.example.test");
    String before = Files.readString(file("server.pem"));
    assertThatThrownBy(() -> init("bank.example"))
        .isInstanceOf(CertificateTrouble.class)
        .hasMessageContaining("bank.example")
        .hasMessageContaining("new authority");
    assertThat(Files.readString(file("server.pem"))).isEqualTo(before);
    init("wall.map.example.test", "10.20.30.40", "wall.local");
  }

  @Test
  void a_stolen_authority_cannot_pass_for_a_bank() throws Exception {
    init();
    LocalAuthority stolen =
        new LocalAuthority(
            Pem.key(file("authority.pem")), Pem.certificates(file("authority.pem")).get(0));
    for (String name : List.of("bank.example", "198.51.100.7")) {
      X509Certificate forged =
          stolen.issue(List.of(HostName.parse(name)), NOW, YEAR).chain().get(0);
      assertThatThrownBy(() -> validate(forged, stolen.certificate()))
          .as(name)
          .isInstanceOf(CertPathValidatorException.class);
    }
  }

  @Test
  void where_the_authoritys_key_is_kept_elsewhere_a_renewal_asks_for_it() throws Exception {
    init();
    Files.delete(file("authority.pem"));
    assertThatThrownBy(this::init)
        .isInstanceOf(CertificateTrouble.class)
        .hasMessageContaining("authority.pem back");
  }

  @Test
  void what_cannot_be_used_is_said_in_a_sentence() throws Exception {
    init();
    Path server = file("server.pem");
    Path other = file("other.pem");
    Files.copy(server, other, StandardCopyOption.REPLACE_EXISTING);
    init();
    trouble(server, other, NOW, "is not that of the first certificate");
    trouble(server, server, NOW.plus(YEAR).plusSeconds(1), "expired on 2027");
    trouble(server, server, NOW.minus(Duration.ofDays(3)), "clock of this machine");
    trouble(file("missing.pem"), server, NOW, "There is no file");
    trouble(server, file("ca.crt"), NOW, "no private key");
    Files.writeString(other, "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n");
    trouble(server, other, NOW, "other.pem");
    Files.writeString(other, Pem.of(Pem.key(server)));
    trouble(other, server, NOW, "no certificate");
  }

  @Test
  void keys_in_the_older_forms_are_read_and_encrypted_ones_named_as_such() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair pair = rsa.generateKeyPair();
    Path file = folder.resolve("old.pem");
    try (JcaPEMWriter writer =
        new JcaPEMWriter(Files.newBufferedWriter(file, StandardCharsets.US_ASCII))) {
      writer.writeObject(pair);
    }
    assertThat(Files.readString(file)).contains("BEGIN RSA PRIVATE KEY");
    assertThat(Pem.key(file)).isEqualTo(pair.getPrivate());
    init();
    Path curve = folder.resolve("curve.pem");
    try (JcaPEMWriter writer =
        new JcaPEMWriter(Files.newBufferedWriter(curve, StandardCharsets.US_ASCII))) {
      // As openssl writes it: the scalar and the name of the curve.
      writer.writeObject(
          new PemObject(
              "EC PRIVATE KEY",
              new ECPrivateKey(
                      256,
                      ((java.security.interfaces.ECPrivateKey) Pem.key(file("server.pem"))).getS(),
                      SECObjectIdentifiers.secp256r1)
                  .getEncoded()));
    }
    assertThat(Files.readString(curve)).contains("BEGIN EC PRIVATE KEY");
    assertThat(ServerIdentity.load(file("server.pem"), curve, NOW).names()).isNotEmpty();
    Files.writeString(
        curve,
        Files.readString(curve)
            .replace(
                "BEGIN EC PRIVATE KEY-----\n",
                """
                BEGIN EC PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00000000000000000000000000000000

                """));
    assertThatThrownBy(() -> Pem.key(curve)).hasMessageContaining("encrypted");
  }

  @Test
  void names_and_addresses_are_read_strictly() {
    assertThat(HostName.parse("Map.Example.Test"))
        .isEqualTo(new HostName("map.example.test", false));
    assertThat(HostName.parse("::1").inUrl()).isEqualTo("[0:0:0:0:0:0:0:1]");
    for (String wrong : List.of("a b", "-a", "256.1.1.1", "1.2.3", "http://a", "*.a", "")) {
      assertThatThrownBy(() -> HostName.parse(wrong)).isInstanceOf(CertificateTrouble.class);
    }
  }

  private void trouble(Path certificate, Path key, Instant now, String says) {
    assertThatThrownBy(() -> ServerIdentity.load(certificate, key, now))
        .isInstanceOf(CertificateTrouble.class)
        .hasMessageContaining(says);
  }

  private TlsFolder.Made init(String... names) {
    return TlsFolder.of(folder)
        .init("Test", Arrays.stream(names).map(HostName::parse).toList(), YEAR, NOW);
  }

  private Path file(String name) {
    return folder.resolve("tls").resolve(name);
  }

  /**
   * As a phone does. Java does not look at the constraints of what it trusts itself, so it is shown
   * the authority below a root.
   */
  private static void validate(X509Certificate certificate, X509Certificate authority)
      throws Exception {
    KeyPair root = KeyPairGenerator.getInstance("EC").generateKeyPair();
    X500Principal name = new X500Principal("CN=Root");
    var below =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            authority.getNotBefore(),
            authority.getNotAfter(),
            authority.getSubjectX500Principal(),
            authority.getPublicKey());
    var given = new JcaX509CertificateHolder(authority);
    for (Object id : given.getExtensionOIDs()) {
      below.addExtension(given.getExtension((ASN1ObjectIdentifier) id));
    }
    X509Certificate shown =
        new JcaX509CertificateConverter()
            .getCertificate(
                below.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate())));
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(name, root.getPublic(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, shown)),
            parameters);
  }
}
