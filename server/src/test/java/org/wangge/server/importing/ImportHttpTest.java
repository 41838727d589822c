package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Right;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.WebServer;

class ImportHttpTest {
  private static final String GOOD =
      """
      {"type":"Feature","properties":{"code":"990001","name":"试验区"},"geometry":
       {"type":"Polygon","coordinates":[[[111.6,29.0],[111.7,29.0],[111.7,29.1],[111.6,29.0]]]}}
      """;

  private final ImportDesk desk = new ImportDesk();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() {
    ImportHttp http =
        new ImportHttp(new AreaImporter(desk.database, desk.store, ImportLimits.USUAL));
    server =
        WebServer.start(
            "127.0.0.1",
            0,
            new Callers(false, "secret", Identities.NONE),
            new Problems(new Messages()),
            new ReadAudit((caller, entry) -> {}),
            at -> at.post("/api/imports/areas", http::areas, Right.DRAW_AREAS));
  }

  @AfterEach
  void stop() {
    server.close();
    desk.close();
  }

  @Test
  void a_body_is_imported_and_the_report_answered() throws Exception {
    HttpResponse<String> answer = post("crs=EPSG:4326&file=a.geojson", GOOD, "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode report = new ObjectMapper().readTree(answer.body());
    assertThat(report.at("/outcome").asText()).isEqualTo("loaded");
    assertThat(report.at("/counts/added").asInt()).isEqualTo(1);
    assertThat(report.at("/origin/formatRecognized").asBoolean()).isTrue();
    assertThat(desk.areas()).hasSize(1);
  }

  @Test
  void a_form_with_two_files_is_imported_and_answered_as_text() throws Exception {
    String rows = "990001000000,990000000000,试验区,county,3,990001,,,,f,f,f,111.2,29.05,,,,,,\n";
    String outline =
        "{\"type\":\"Polygon\",\"coordinates\":[[[111.0,29.0],[111.3,29.0],[111.3,29.1],[111.0,29.0]]]}";
    String form =
        part("file", "990001.csv", rows) + part("outline", "o.json", outline) + "--x--\r\n";
    HttpRequest request =
        request("")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Accept", "text/plain")
            .header("Accept-Language", "zh-CN")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer =
        client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("990001.csv", "GCJ-02", "已载入");
    assertThat(desk.areas().get(0).shape()).isPresent();
  }

  @Test
  void a_broken_file_is_a_problem_with_code_place_and_mend() throws Exception {
    String text = "{\"type\":\"FeatureCollection\",\"features\":[" + GOOD + ",]}";
    HttpResponse<String> answer = post("crs=EPSG:4326&file=a.geojson", text, "application/json");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.at("/code").asText()).isEqualTo("json-malformed");
    assertThat(problem.at("/byteOffset").asInt()).isPositive();
    assertThat(problem.at("/line").asInt()).isEqualTo(3);
    assertThat(problem.at("/detail").asText()).contains("3").doesNotContain("–", "nexpected");
    assertThat(problem.has("reason")).isFalse();
    assertThat(problem.at("/read").asInt()).isEqualTo(1);
    assertThat(desk.areas()).isEmpty();
  }

  @Test
  void strict_answers_what_was_refused_and_loads_nothing() throws Exception {
    String text = GOOD.replace("990001", "99");
    HttpResponse<String> answer =
        post("crs=EPSG:4326&file=a.geojson&strict=true&level=district", text, "application/json");
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.at("/code").asText()).isEqualTo("import-refused");
    assertThat(problem.at("/mend").asText()).isNotBlank();
    assertThat(problem.at("/report/refusals/0/code").asText()).isEqualTo("code-length");
    assertThat(problem.at("/report/refusals/0/mend").asText()).isNotBlank();
  }

  @Test
  void an_unknown_word_or_value_is_refused_before_the_file_is_read() throws Exception {
    assertThat(post("colour=red", GOOD, "application/json").statusCode()).isEqualTo(400);
    HttpResponse<String> level = post("level=planet", GOOD, "application/json");
    assertThat(level.statusCode()).isEqualTo(422);
    assertThat(new ObjectMapper().readTree(level.body()).at("/code").asText())
        .isEqualTo("option-unreadable");
  }

  @Test
  void without_the_token_nothing_is_imported() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("crs=EPSG:4326")).POST(BodyPublishers.ofString(GOOD)).build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    assertThat(desk.areas()).isEmpty();
  }

  private HttpResponse<String> post(String query, String body, String accept)
      throws IOException, InterruptedException {
    return client.send(
        request(query)
            .header("Content-Type", "application/geo+json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(uri(query)).header("Authorization", "Bearer secret");
  }

  private URI uri(String query) {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/imports/areas?" + query);
  }

  private static String part(String name, String file, String text) {
    return "--x\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\""
        + file
        + "\"\r\n\r\n"
        + text
        + "\r\n";
  }
}
