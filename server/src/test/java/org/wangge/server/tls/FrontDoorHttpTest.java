package org.wangge.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.config.Settings;

/** A real server that speaks HTTPS with a certificate of the local authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorHttpTest {
  private RunningServer server;
  private X509Certificate authority;
  private SSLContext trust;
  private HttpClient client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    TlsFolder tls = TlsFolder.of(folder);
    TlsFolder.Made made =
        tls.init(
            "Test",
            List.of(HostName.parse("map.example.test")),
            Duration.ofDays(60),
            Clock.systemUTC().instant());
    server =
        RunningServer.with(
            new Settings(
                "127.0.0.1",
                0,
                folder,
                null,
                Settings.Demonstration.STILL,
                Settings.CHINA,
                new Settings.Door(
                    new Settings.CertificateFiles(tls.serverFile(), tls.serverFile()),
                    OptionalInt.of(0),
                    Set.of())));
    authority = made.authority();
    trust = trusting(authority);
    client = HttpClient.newBuilder().sslContext(trust).build();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whoever_trusts_the_authority_gets_in_and_is_told_to_insist_on_https() throws Exception {
    HttpResponse<String> answer = get(https("127.0.0.1", "/api/site"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(calledBy("map.example.test"))
        .startsWith("HTTP/1.1 200")
        .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains");
    assertThat(calledBy("localhost:8443"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("Strict-Transport-Security");
  }

  @Test
  void whoever_does_not_trust_it_does_not_get_in() {
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(https("127.0.0.1", "/")).build(),
                        HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void old_protocols_and_weak_ciphers_are_not_spoken() throws Exception {
    assertThat(handshake("TLSv1.3", null)).isEqualTo("TLSv1.3");
    assertThat(handshake("TLSv1.2", null)).isEqualTo("TLSv1.2");
    assertThatThrownBy(() -> handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> handshake("TLSv1.1", null)).isInstanceOf(IOException.class);
  }

  @Test
  void the_session_travels_in_a_cookie_that_only_this_host_can_set() throws Exception {
    HttpResponse<String> begun =
        send(
            HttpRequest.newBuilder(https("127.0.0.1", "/api/session"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"user\":\"planner\",\"password\":\"demo\"}")));
    String cookie = header(begun, "Set-Cookie");
    assertThat(cookie)
        .startsWith("__Host-wangge-session=")
        .contains("Secure", "HttpOnly", "Path=/", "SameSite=Strict")
        .doesNotContain("Domain");
    String secret = cookie.split(";", 2)[0];
    assertThat(account(secret)).contains("\"planner\"");
    assertThat(account(secret.replace("__Host-", ""))).contains("\"anonymous\"");
  }

  @Test
  void plain_http_leads_to_https_whatever_is_asked() throws Exception {
    HttpResponse<String> led = get(plain("/api/site?a=1&b=%E7%BD%91"));
    assertThat(led.statusCode()).isEqualTo(308);
    assertThat(header(led, "Location"))
        .isEqualTo("https://127.0.0.1:" + server.port() + "/api/site?a=1&b=%E7%BD%91");
    assertThat(header(led, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(led, "Strict-Transport-Security")).isEmpty();
    HttpResponse<String> posted =
        send(
            HttpRequest.newBuilder(plain("/api/session"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(posted.statusCode()).isEqualTo(308);
    assertThat(posted.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void a_phone_gets_what_it_has_to_trust_before_it_trusts_anything() throws Exception {
    HttpResponse<byte[]> file =
        client.send(
            HttpRequest.newBuilder(plain("/ca/wangge-ca.crt")).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
    assertThat(file.body()).isEqualTo(authority.getEncoded());
    assertThat(get(plain("/ca/")).body()).contains("/static/");
    String told = get(plain("/ca/authority.json")).body();
    assertThat(told)
        .contains("\"" + Fingerprint.groups(authority).get(15) + "\"")
        .contains("http://map.example.test:" + server.plainPort() + "/ca/");
    assertThat(get(https("127.0.0.1", "/ca/qr.svg")).body()).startsWith("<svg");
  }

  @Test
  void where_there_is_no_local_authority_it_is_said_so(@TempDir Path other) {
    try (RunningServer plain = RunningServer.empty(other)) {
      for (String path : List.of("/ca/authority.json", "/ca/wangge-ca.crt", "/ca/qr.svg")) {
        RunningServer.Answer answer = plain.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asText()).isEqualTo("authority-none");
      }
    }
  }

  @Test
  void the_owner_comes_in_by_a_door_that_lets_nobody_else_in() throws Exception {
    URI back = URI.create(server.localUrl() + "/api/session");
    assertThat(server.localUrl()).startsWith("http://127.0.0.1:");
    String token = "Bearer " + server.ownerToken();
    assertThat(send(HttpRequest.newBuilder(back).header("Authorization", token)).body())
        .contains("\"owner\"");
    assertThat(get(back).statusCode()).isEqualTo(403);
    assertThat(get(URI.create(server.localUrl() + "/")).statusCode()).isEqualTo(403);
    assertThat(
            send(HttpRequest.newBuilder(back).header("Authorization", "Bearer guess")).statusCode())
        .isEqualTo(403);
  }

  /**
   * The whole answer to a request under some name, which a client of Java does not let one choose.
   */
  private String calledBy(String host) throws IOException {
    try (Socket socket = trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      String request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String account(String cookie) throws Exception {
    return send(HttpRequest.newBuilder(https("127.0.0.1", "/api/session")).header("Cookie", cookie))
        .body();
  }

  private String handshake(String protocol, @Nullable String cipher) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      socket.setEnabledProtocols(new String[] {protocol});
      if (cipher != null) {
        socket.setEnabledCipherSuites(new String[] {cipher});
      }
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private URI https(String host, String path) {
    return URI.create("https://" + host + ":" + server.port() + path);
  }

  private URI plain(String path) {
    return URI.create("http://127.0.0.1:" + server.plainPort() + path);
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return send(HttpRequest.newBuilder(uri));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static SSLContext trusting(X509Certificate authority) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("ca", authority);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
