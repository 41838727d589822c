package org.wangge.server.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Open311HttpTest {
  private static final String V2 = "/open311/v2/";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_client_finds_its_way_from_discovery_to_a_service_in_both_formats() throws Exception {
    JsonNode discovery = get("discovery.json").json();
    assertThat(discovery.at("/endpoints/0/specification").asText())
        .isEqualTo("http://wiki.open311.org/GeoReport_v2");
    assertThat(discovery.at("/endpoints/0/url").asText()).endsWith("/open311/v2");
    Answer xml = get("discovery.xml");
    assertThat(xml.header("Content-Type")).startsWith("text/xml");
    assertThat(path(xml, "/discovery/endpoints/endpoint/formats/format[1]")).isEqualTo("text/xml");
    JsonNode services = get("services.json").json();
    assertThat(services.size()).isGreaterThan(3);
    String code = services.at("/0/service_code").asText();
    assertThat(services.at("/0/metadata").isBoolean()).isTrue();
    assertThat(services.at("/0/type").asText()).isEqualTo("realtime");
    assertThat(path(get("services.xml"), "/services/service[1]/service_code")).isEqualTo(code);
    assertThat(path(get("services/" + code + ".xml"), "/service_definition/service_code"))
        .isEqualTo(code);
    assertThat(get("services/" + code + ".json").json().path("attributes").isArray()).isTrue();
  }

  @Test
  void a_request_is_taken_listed_without_words_or_people_and_closed_in_the_end() throws Exception {
    Answer taken =
        post(
            "xml",
            Map.of(
                "service_code", "street-light",
                "lat", "28.91823",
                "long", "112.61374",
                "description", "quillwords <b>&amp; \u00e9",
                "first_name", "Quill",
                "phone", "00074440000"));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String number = path(taken, "/service_requests/request/service_request_id");
    assertThat(number).matches("\\d{8}-\\d+");
    assertThat(path(taken, "count(//token)")).as("one or the other").isEqualTo("0");

    JsonNode one = get("requests/" + number + ".json").json().path(0);
    assertThat(one.path("status").asText()).isEqualTo("open");
    assertThat(one.path("service_code").asText()).isEqualTo("street-light");
    assertThat(one.path("lat").asDouble()).as("on a mesh").isEqualTo(28.918);
    assertThat(one.path("long").asDouble()).isEqualTo(112.614);
    assertThat(one.path("description").isNull()).isTrue();
    assertThat(one.toString()).doesNotContain("quill");
    assertThat(path(get("requests/" + number + ".xml"), "//request/service_request_id"))
        .isEqualTo(number);
    assertThat(list("service_request_id=" + number + ",none")).hasSize(1);
    assertThat(list("service_code=street-light&status=open").toString()).contains(number);
    assertThat(list("service_code=noise&status=open").toString()).doesNotContain(number);
    assertThat(list("status=closed").toString()).doesNotContain(number);
    assertThat(list("end_date=2001-01-01T00:00:00Z")).isEmpty();
    String id = "incident-" + number;
    String said = server.send(server.as("operator", "/api/incidents/" + id + "/reports")).body();
    assertThat(said).contains("quillwords <b>&amp; \u00e9");
    server.post(
        server.as("operator", "/api/incidents/" + id + "/reject").header("If-Match", "\"1\""),
        "{\"reason\":\"lit\"}");
    JsonNode closed = list("status=closed&service_code=street-light");
    assertThat(closed.toString()).contains(number).contains("\"status_notes\":\"rejected\"");
  }

  @Test
  void a_place_in_no_grid_gets_a_token_that_has_no_number_yet_and_opens_nothing_else()
      throws Exception {
    JsonNode taken =
        post("json", Map.of("service_code", "noise", "lat", "0", "long", "0")).json().path(0);
    assertThat(taken.has("service_request_id")).isFalse();
    String token = taken.path("token").asText();
    JsonNode numbered = get("tokens/" + token + ".json").json().path(0);
    assertThat(numbered.path("token").asText()).isEqualTo(token);
    assertThat(numbered.path("service_request_id").isNull()).isTrue();
    assertThat(
            server
                .send(server.to("/api/reports/own").header("Wangge-Report-Token", token))
                .status())
        .isEqualTo(404);
    assertThat(get("tokens/unknown.xml").status()).isEqualTo(404);
  }

  @Test
  void a_report_sent_again_under_its_key_is_taken_once() {
    Map<String, String> form =
        Map.of("service_code", "noise", "lat", "0", "long", "0", "description", "a dog, all night");
    String key = "4b0b6a3e-5d0e-4b0e-9f0c-1d7f3a2b9c11";
    Answer first = keyed(key, form);
    assertThat(first.status()).isEqualTo(201);
    Answer again = keyed(key, form);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    Answer other = keyed(key, Map.of("service_code", "noise", "lat", "0", "long", "1"));
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.json().at("/0/code").asInt()).isEqualTo(400);
    assertThat(keyed("guessed", form).status()).isEqualTo(400);
  }

  @Test
  void what_is_wrong_is_told_as_the_standard_has_it() throws Exception {
    error(400, "json", Map.of("service_code", "noise"));
    error(400, "json", Map.of("lat", "28.9", "long", "112.6"));
    error(400, "json", Map.of("service_code", "noise", "lat", "28.9"));
    error(400, "json", Map.of("service_code", "noise", "lat", "NaN", "long", "112.6"));
    error(400, "json", Map.of("service_code", "noise", "lat", "91", "long", "112.6"));
    error(404, "json", Map.of("service_code", "none", "lat", "28.9", "long", "112.6"));
    error(403, "json", Map.of("service_code", "noise", "lat", "28.9", "long", "1", "api_key", "x"));
    error(400, "json", Map.of("service_code", "noise", "address_string", "nowhere 9999"));
    error(
        404,
        "json",
        Map.of("service_code", "noise", "lat", "28", "long", "1", "jurisdiction_id", "x.org"));
    assertThat(get("services.json?jurisdiction_id=990101").status()).isEqualTo(200);
    assertThat(get("requests.json?status=lost").status()).isEqualTo(400);
    assertThat(get("requests.json?start_date=yesterday").status()).isEqualTo(400);
    assertThat(get("requests/19990101-0001.json").status()).isEqualTo(404);
    assertThat(get("services.pdf").status()).isEqualTo(404);
    Answer xml = get("services/none.xml");
    assertThat(xml.status()).isEqualTo(404);
    assertThat(path(xml, "/errors/error/code")).isEqualTo("404");
    Answer body = server.post(server.to(V2 + "requests.xml"), "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>");
    assertThat(path(body, "/errors/error/code")).as("no XML is ever read").isEqualTo("400");
  }

  private void error(int status, String format, Map<String, String> form) {
    Answer answer = post(format, form);
    assertThat(answer.status()).as(form + answer.body()).isEqualTo(status);
    assertThat(answer.json().at("/0/code").asInt()).isEqualTo(status);
    assertThat(answer.json().at("/0/description").asText()).isNotEmpty();
  }

  private JsonNode list(String query) {
    return get("requests.json?" + query).json();
  }

  private Answer get(String path) {
    return server.get(V2 + path);
  }

  private Answer post(String format, Map<String, String> form) {
    return server.send(filing(format, form));
  }

  private Answer keyed(String key, Map<String, String> form) {
    return server.send(filing("json", form).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder filing(String format, Map<String, String> form) {
    String body =
        new LinkedHashMap<>(form)
            .entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    return server
        .to(V2 + "requests." + format)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String path(Answer answer, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }
}
