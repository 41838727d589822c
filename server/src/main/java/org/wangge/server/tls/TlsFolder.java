package org.wangge.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * The folder {@code tls} of an installation: {@code authority.pem} is the local authority with its
 * key and may be kept elsewhere but for renewals, {@code ca.crt} is what phones trust, {@code
 * server.pem} the server's key and certificate in one file, so that they always belong together.
 *
 * @param path where it is
 */
public record TlsFolder(Path path) {

  /** That of an installation's data folder. */
  public static TlsFolder of(Path dataFolder) {
    return new TlsFolder(dataFolder.resolve("tls"));
  }

  /** The server's certificates and its key. */
  public Path serverFile() {
    return path.resolve("server.pem");
  }

  private Path authorityFile() {
    return path.resolve("authority.pem");
  }

  private Path trustedFile() {
    return path.resolve("ca.crt");
  }

  /** The local authority's certificate, if one was made here. */
  public Optional<X509Certificate> trusted() {
    return Files.exists(trustedFile())
        ? Optional.of(Pem.certificates(trustedFile()).get(0))
        : Optional.empty();
  }

  /**
   * What was made.
   *
   * @param isNewAuthority whether phones have to be told to trust it
   * @param authority what they trust
   * @param server the server's new certificate
   * @param leftOut addresses of this machine that the authority may not sign for
   */
  public record Made(
      boolean isNewAuthority,
      X509Certificate authority,
      ServerIdentity server,
      List<HostName> leftOut) {}

  /**
   * Makes the authority where there is none, and a new certificate for the server in any case.
   *
   * @param given how the server is called, besides how this machine is called anyway; what an
   *     earlier certificate named stays
   * @throws CertificateTrouble where the authority may not sign for a name that is given, or its
   *     key is not in the folder
   */
  public Made init(String authorityName, List<HostName> given, Duration life, Instant now) {
    Set<HostName> wanted = new LinkedHashSet<>(given);
    wanted.addAll(earlier());
    Set<HostName> all = new LinkedHashSet<>(wanted);
    all.addAll(HostName.ofThisMachine());
    Optional<LocalAuthority> kept = kept(now);
    LocalAuthority authority =
        kept.orElseGet(() -> LocalAuthority.create(authorityName, List.copyOf(all), now));
    List<HostName> leftOut = missing(authority.certificate(), List.copyOf(all));
    List<HostName> refused = leftOut.stream().filter(given::contains).toList();
    if (!refused.isEmpty()) {
      throw new CertificateTrouble(
          "The authority of this folder was not made for "
              + String.join(", ", refused.stream().map(HostName::text).toList())
              + ". Move "
              + path
              + " away and run this again: that makes a new authority, which phones must be told to"
              + " trust anew.");
    }
    List<HostName> names = new ArrayList<>(all);
    names.removeAll(leftOut);
    ServerIdentity server = authority.issue(names, now, life);
    if (kept.isEmpty()) {
      OwnersFile.write(authorityFile(), authority.pem());
    }
    OwnersFile.write(trustedFile(), Pem.of(authority.certificate()));
    OwnersFile.write(serverFile(), server.pem());
    return new Made(kept.isEmpty(), authority.certificate(), server, leftOut);
  }

  private List<HostName> earlier() {
    return Files.exists(serverFile())
        ? ServerIdentity.names(Pem.certificates(serverFile()).get(0))
        : List.of();
  }

  private Optional<LocalAuthority> kept(Instant now) {
    if (!Files.exists(authorityFile())) {
      if (Files.exists(trustedFile())) {
        throw new CertificateTrouble(
            "The authority's key is not here: bring "
                + authorityFile()
                + " back for the renewal. If it is lost, move "
                + path
                + " away and run this again, and tell phones to trust the new authority.");
      }
      return Optional.empty();
    }
    X509Certificate certificate = Pem.certificates(authorityFile()).get(0);
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new CertificateTrouble(
          "The authority in " + authorityFile() + " has expired. Move " + path + " away.");
    }
    return Optional.of(new LocalAuthority(Pem.key(authorityFile()), certificate));
  }

  private static List<HostName> missing(X509Certificate authority, List<HostName> names) {
    byte[] constraints = authority.getExtensionValue(Extension.nameConstraints.getId());
    if (constraints == null) {
      return List.of();
    }
    try {
      return NamesAllowed.missing(
          NameConstraints.getInstance(JcaX509ExtensionUtils.parseExtensionValue(constraints)),
          names);
    } catch (IOException e) {
      throw new CertificateTrouble("The authority's constraints cannot be read.", e);
    }
  }
}
