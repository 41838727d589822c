package org.wangge.server.tls;

import io.javalin.http.Context;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Json;
import org.wangge.server.http.QrCode;

/** What phones need to trust the local authority, for anyone who asks. */
public final class AuthorityHttp {
  private static final String PAGE = "/ca/";
  private static final String DOWNLOAD = "/ca/wangge-ca.crt";

  private final Optional<X509Certificate> authority;
  private final ServerAddresses addresses;

  AuthorityHttp(Optional<X509Certificate> authority, ServerAddresses addresses) {
    this.authority = authority;
    this.addresses = addresses;
  }

  /** {@code GET /ca/authority.json}. */
  public void get(Context ctx) {
    X509Certificate certificate = known();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", Fingerprint.nameOf(certificate));
    answer.put("fingerprint", Fingerprint.groups(certificate));
    answer.put("endsAt", certificate.getNotAfter().toInstant().toString());
    answer.put("names", addresses.names().stream().map(HostName::text).toList());
    answer.put("address", addresses.forPhones(Arrival.of(ctx)) + PAGE);
    answer.put("download", DOWNLOAD);
    answer.put("home", addresses.overHttps(Arrival.of(ctx)) + "/");
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /ca/wangge-ca.crt}: the certificate, as phones and Windows install it. */
  public void certificate(Context ctx) {
    try {
      ctx.contentType("application/x-x509-ca-cert");
      ctx.header("Content-Disposition", "attachment; filename=wangge-ca.crt");
      ctx.result(known().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the authority's certificate has no encoding", e);
    }
  }

  /** {@code GET /ca/qr.svg}: the address of the page, as a phone reaches it. */
  public void code(Context ctx) {
    known();
    ctx.contentType("image/svg+xml");
    ctx.result(QrCode.svg(addresses.forPhones(Arrival.of(ctx)) + PAGE));
  }

  private X509Certificate known() {
    return authority.orElseThrow(() -> new NotFound("authority-none", Map.of()));
  }

  /** How the server is called from elsewhere. */
  interface ServerAddresses {
    /** What it is called in its certificate, without what means nothing elsewhere. */
    List<HostName> names();

    /** Where a phone that does not trust it yet gets in; no slash at the end. */
    String forPhones(Arrival arrival);

    /** Where it speaks HTTPS; no slash at the end. */
    String overHttps(Arrival arrival);
  }
}
