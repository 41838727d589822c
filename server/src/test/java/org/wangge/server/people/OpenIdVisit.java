package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** A browser as far as single sign-on needs one: it keeps cookies and goes where it is sent. */
final class OpenIdVisit {
  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Optional<Answer> last = Optional.empty();

  OpenIdVisit(RunningServer server) {
    this.server = server;
  }

  /** There and back again. */
  Answer whole() {
    return callback(code(begin()));
  }

  URI begin() {
    return location(post("/api/session/openid", "{}"));
  }

  URI location(Answer begun) {
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    return URI.create(begun.json().path("location").asText());
  }

  /** What the provider sends back with. */
  String code(URI there) {
    return query(HttpRequest.newBuilder(there).GET());
  }

  /** The same of one that asks on its page who it is. */
  String typed(URI there, String user) {
    return query(
        HttpRequest.newBuilder(there)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8))));
  }

  private String query(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      assertThat(back.toString()).startsWith(server.url() + OpenIdHttp.CALLBACK);
      return back.getRawQuery();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As another site makes a browser ask: strict cookies stay at home. */
  Answer callback(String query) {
    String lax = cookie("wangge-openid");
    HttpRequest.Builder request =
        server.to(OpenIdHttp.CALLBACK + "?" + query).header("Sec-Fetch-Site", "cross-site");
    return keep(
        server.send(lax.isEmpty() ? request : request.header("Cookie", "wangge-openid=" + lax)));
  }

  Answer post(String path, String body) {
    return keep(server.post(to(path), body));
  }

  Answer delete(String path) {
    return keep(server.send(to(path).DELETE()));
  }

  JsonNode get(String path) {
    return keep(server.send(to(path))).json();
  }

  String account() {
    return get("/api/session").path("account").asText();
  }

  Answer last() {
    return last.orElseThrow();
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void put(String name, String value) {
    cookies.put(name, value);
  }

  static String parameter(URI address, String name) {
    return Arrays.stream(address.getRawQuery().split("&", -1))
        .filter(one -> one.startsWith(name + "="))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  private HttpRequest.Builder to(String path) {
    HttpRequest.Builder request = server.to(path);
    return cookies.isEmpty()
        ? request
        : request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ")));
  }

  private Answer keep(Answer answer) {
    for (String set : answer.response().headers().allValues("Set-Cookie")) {
      String[] pair = set.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty() || pair[1].equals("\"\"")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    last = Optional.of(answer);
    return answer;
  }
}
