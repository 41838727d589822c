package org.wangge.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

/** What people are told, received by real local receivers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"fallen-tree\",\"lon\":112.6137,\"lat\":28.9182}";

  private final SetClock clock = new SetClock();
  private Receivers receivers;
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    clock.setToNow();
    receivers = new Receivers();
    RunningServer.layTown(folder);
    receivers.writeSettings(folder);
    server = RunningServer.withNewTown(folder, clock);
  }

  @AfterAll
  void stop() {
    server.close();
    receivers.close();
  }

  private JsonNode incident(String key) {
    String id =
        server.post(server.to("/api/reports"), REPORT.formatted(key)).json().path("id").asText();
    return server.send(server.as("operator", "/api/incidents/" + id)).json();
  }

  private void act(String id, int version, String action, String body) {
    HttpRequest.Builder request =
        server
            .as("operator", "/api/incidents/" + id + "/" + action)
            .header("If-Match", "\"" + version + "\"");
    Answer done = server.post(request, body);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
  }

  private List<JsonNode> notifications(String incident) {
    JsonNode found =
        server
            .send(server.as("operator", "/api/notifications?incident=" + incident))
            .json()
            .path("features");
    return StreamSupport.stream(found.spliterator(), false)
        .map(one -> one.path("properties"))
        .toList();
  }

  /** Nothing where nobody was told yet. */
  private JsonNode newest(String incident) {
    List<JsonNode> all = notifications(incident);
    return all.isEmpty() ? MissingNode.getInstance() : all.get(0);
  }

  private static <T> T until(Supplier<T> read, Predicate<T> fits) throws InterruptedException {
    T seen = read.get();
    for (int turn = 0; turn < 100 && !fits.test(seen); turn++) {
      Thread.sleep(50);
      seen = read.get();
    }
    assertThat(seen).matches(fits);
    return seen;
  }

  private static List<String> states(JsonNode notification, String medium) {
    return messages(notification)
        .filter(one -> one.path("medium").asText().equals(medium))
        .map(one -> one.path("state").asText())
        .toList();
  }

  private static Stream<JsonNode> messages(JsonNode notification) {
    return StreamSupport.stream(notification.path("addressees").spliterator(), false)
        .flatMap(one -> StreamSupport.stream(one.path("messages").spliterator(), false));
  }

  private List<Receivers.Text> textsOf(String number) {
    return receivers.texts().stream().filter(one -> one.content().contains(number)).toList();
  }

  private JsonNode of(String incident, String state) throws InterruptedException {
    return until(
            () -> notifications(incident),
            all -> !all.isEmpty() && all.get(0).path("state").asText().equals(state))
        .get(0);
  }

  @Test
  void a_silent_whistle_is_told_level_by_level_to_phones_mail_and_groups() throws Exception {
    JsonNode incident = incident("climbs");
    String id = incident.path("id").asText();
    String number = incident.at("/properties/number").asText();
    String path = "/api/incidents/" + id + "/whistles";
    assertThat(server.post(server.as("operator", path), "{\"reason\":\"x\"}").status())
        .isEqualTo(201);
    JsonNode estate =
        until(
                () -> notifications(id),
                all ->
                    all.size() == 1
                        && states(all.get(0), "sms").stream().allMatch("sent"::equals)
                        && states(all.get(0), "group").equals(List.of("sent")))
            .get(0);
    assertThat(estate.path("text").asText()).contains(number).doesNotContain("{");
    int people = states(estate, "sms").size();
    assertThat(people).isGreaterThan(0);
    assertThat(textsOf(number)).hasSize(people);
    assertThat(textsOf(number).get(0).mobile()).matches("[0-9]{11}");
    assertThat(textsOf(number).get(0).content()).contains("小区报到");
    assertThat(estate.toString()).as("no number is kept with a message").doesNotContain("mobile");
    clock.pass(Duration.ofMinutes(3).plusSeconds(1));
    JsonNode left = of(id, "call-now");
    assertThat(left.at("/addressees/0/phone").asText()).as("to be called").matches("[0-9]{11}");
    clock.pass(Duration.ofMinutes(2));
    until(() -> notifications(id), all -> all.size() == 2);
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    JsonNode street =
        until(
                () -> notifications(id),
                all -> all.size() == 3 && states(all.get(0), "mail").contains("sent"))
            .get(0);
    assertThat(street.path("text").asText()).contains(number);
    assertThat(receivers.mails())
        .anySatisfy(text -> assertThat(text).contains(number).contains("街道报到"));
    assertThat(receivers.posts().stream().filter(one -> one.contains(number))).hasSize(3);
    String whistle =
        server
            .send(server.as("operator", "/api/whistles?incident=" + id))
            .json()
            .at("/features/0/id")
            .asText();
    server.post(
        server.as("handler", "/api/whistles/" + whistle + "/answer"), "{\"reply\":\"coming\"}");
    until(
        () -> notifications(id),
        all -> all.stream().allMatch(one -> one.path("state").asText().equals("acknowledged")));
    assertThat(notifications(id).get(0).at("/answer/way").asText()).isEqualTo("deed");
  }

  private String dispatched(String key) {
    JsonNode incident = incident(key);
    String id = incident.path("id").asText();
    int version = incident.at("/properties/version").asInt();
    JsonNode suggestions =
        server.send(server.as("operator", "/api/incidents/" + id + "/handlers")).json();
    assertThat(suggestions.isMissingNode()).isFalse();
    String worker = workerOf(incident.at("/properties/grid").asText());
    act(id, version, "accept", "{}");
    act(id, version + 1, "file", "{}");
    act(
        id,
        version + 2,
        "dispatch",
        "{\"to\":[{\"kind\":\"person\",\"code\":\"%s\"}]}".formatted(worker));
    return id;
  }

  private String workerOf(String grid) {
    JsonNode inCharge = server.get("/api/grids/" + grid).json().at("/properties/inCharge");
    return StreamSupport.stream(inCharge.spliterator(), false)
        .filter(one -> one.path("duty").asText().equals("grid-worker"))
        .map(one -> one.path("staffCode").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_does_not_take_a_task_is_followed_by_the_next_and_then_the_desk_calls() throws Exception {
    String id = dispatched("next");
    JsonNode first = of(id, "waiting");
    int steps = first.path("addressees").size();
    assertThat(steps).as("the worker, the head, the cadre").isEqualTo(3);
    assertThat(first.at("/addressees/1/told").asBoolean()).isFalse();
    assertThat(first.at("/addressees/1/messages")).isEmpty();
    for (int step = 2; step <= steps; step++) {
      clock.pass(Duration.ofMinutes(15).plusSeconds(1));
      int now = step;
      until(() -> notifications(id).get(0), one -> one.path("step").asInt() == now);
    }
    clock.pass(Duration.ofMinutes(15).plusSeconds(1));
    JsonNode left = of(id, "call-now");
    assertThat(left.path("leads").asBoolean()).isTrue();
    String path = "/api/notifications/" + left.path("id").asText() + "/acknowledgement";
    String to = left.at("/addressees/1/to").toString();
    refused(
        server.post(server.as("worker", path), "{\"to\":" + to + "}"),
        403,
        "notification-of-another");
    Answer called =
        server.post(server.as("operator", path), "{\"way\":\"phone\",\"to\":" + to + "}");
    assertThat(called.json().at("/properties/state").asText()).isEqualTo("acknowledged");
    assertThat(called.json().at("/properties/answer/way").asText()).isEqualTo("phone");
    refused(
        server.post(server.as("operator", path), "{\"way\":\"phone\",\"to\":" + to + "}"),
        409,
        "notification-over");
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void what_fails_is_tried_again_refused_or_told_to_be_lost_and_never_comes_twice()
      throws Exception {
    receivers.fail(503);
    String id = dispatched("again");
    JsonNode waiting =
        until(
            () -> newest(id),
            one ->
                one != null
                    && messages(one)
                        .anyMatch(m -> m.path("failure").asText().equals("gateway-503")));
    assertThat(states(waiting, "sms")).containsExactly("waiting");
    clock.pass(Duration.ofSeconds(6));
    JsonNode sent =
        until(() -> notifications(id).get(0), one -> states(one, "sms").equals(List.of("sent")));
    assertThat(
            messages(sent)
                .filter(one -> one.path("medium").asText().equals("sms"))
                .findFirst()
                .orElseThrow()
                .path("attempts")
                .asInt())
        .isEqualTo(2);
    assertThat(textsOf(sent.path("number").asText())).hasSize(1);
    receivers.fail(403);
    String refusedId = dispatched("refused");
    JsonNode further = until(() -> newest(refusedId), one -> one.path("step").asInt() == 2);
    JsonNode lost = further.at("/addressees/0/messages");
    assertThat(lost.toString()).as("the next is told at once").contains("gateway-403");
    JsonNode failed =
        StreamSupport.stream(lost.spliterator(), false)
            .filter(one -> one.path("state").asText().equals("failed"))
            .findFirst()
            .orElseThrow();
    String again =
        "/api/notifications/"
            + further.path("id").asText()
            + "/messages/"
            + failed.path("id").asText()
            + "/again";
    assertThat(server.post(server.as("operator", again), "{}").status()).isEqualTo(200);
    until(
        () -> notifications(refusedId).get(0),
        one -> states(one, "sms").stream().allMatch("sent"::equals));
    refused(server.post(server.as("operator", again), "{}"), 409, "message-not-lost");
  }

  @Test
  void a_gateway_says_with_its_secret_what_became_of_a_message() throws Exception {
    String id = dispatched("receipts");
    JsonNode sent = until(() -> newest(id), one -> states(one, "sms").equals(List.of("sent")));
    String key = textsOf(sent.path("number").asText()).get(0).key();
    String delivered = "{\"id\":\"" + key + "-g\",\"state\":\"delivered\"}";
    String path = "/api/messages/receipts/sms";
    refused(server.post(server.to(path), delivered), 404, "message-receipt-unknown");
    refused(
        server.post(server.to(path).header("Wangge-Receipt-Secret", "x"), delivered),
        404,
        "message-receipt-unknown");
    assertThat(receipt(delivered).json().path("known").asBoolean()).isTrue();
    assertThat(states(notifications(id).get(0), "sms")).containsExactly("delivered");
    assertThat(receipt(delivered.replace("delivered", "read")).status()).isEqualTo(200);
    assertThat(receipt(delivered).status()).as("late news").isEqualTo(200);
    assertThat(states(notifications(id).get(0), "sms")).containsExactly("read");
    assertThat(receipt(delivered.replace(key, "nobodys")).json().path("known").asBoolean())
        .isFalse();
    assertThat(receipt(delivered.replace("delivered", "sent")).status()).isEqualTo(400);
  }

  private Answer receipt(String body) {
    return server.post(
        server.to("/api/messages/receipts/sms").header("Wangge-Receipt-Secret", Receivers.SECRET),
        body);
  }

  @Test
  void a_reporter_who_left_a_number_is_asked_once_with_the_link_to_their_report() throws Exception {
    String report =
        """
        {"key":"asked","category":"fallen-tree","lon":112.6137,"lat":28.9182,
         "reporter":{"name":"欧阳来","phone":"00055556666"}}
        """;
    JsonNode reported = server.post(server.to("/api/reports"), report).json();
    String id = reported.path("id").asText();
    String token = reported.path("token").asText();
    int version = 1;
    for (String action : List.of("accept", "file", "dispatch", "report-back", "close")) {
      act(id, version, action, "{}");
      version++;
    }
    JsonNode asked =
        until(
            () -> newest(id),
            one ->
                one.path("occasion").asText().equals("report-closed")
                    && states(one, "sms").equals(List.of("sent")));
    assertThat(asked.toString()).as("nobody sees where").doesNotContain(token, "00055556666");
    List<Receivers.Text> texts =
        receivers.texts().stream().filter(one -> one.content().contains(token)).toList();
    assertThat(texts).hasSize(1);
    assertThat(texts.get(0).mobile()).isEqualTo("00055556666");
    assertThat(texts.get(0).content()).contains("https://pages.example.org/report/#" + token);
    HttpRequest.Builder own =
        server.to("/api/reports/own/evaluation").header("Wangge-Report-Token", token);
    assertThat(server.put(own, "{\"score\":\"satisfied\"}").status()).isEqualTo(200);
    until(() -> newest(id), one -> one.path("state").asText().equals("acknowledged"));
  }

  @Test
  void texts_are_changed_by_who_keeps_the_limits_and_what_was_told_keeps_its_own() {
    JsonNode rules = server.send(server.as("operator", "/api/messages/rules")).json();
    JsonNode trial =
        StreamSupport.stream(rules.path("rules").spliterator(), false)
            .filter(one -> one.path("occasion").asText().equals("trial"))
            .findFirst()
            .orElseThrow();
    assertThat(rules.toString())
        .as("no address of a gateway")
        .doesNotContain("127.0.0.1")
        .doesNotContain(Receivers.SECRET);
    int version = trial.path("version").asInt();
    String changed =
        "{\"patience\":\"1 calendar day\",\"texts\":{\"page\":\"%s\",\"sms\":\"试\"},\"reason\":\"corrected\"}";
    refused(rule("operator", version, changed.formatted("x")), 403, "role-missing");
    refused(rule("admin", version, changed.formatted("{reason}")), 422, "message-blank-unknown");
    refused(rule("admin", version, changed.formatted("")), 422, "message-text-missing");
    refused(rule("admin", 99, changed.formatted("x")), 409, "version-conflict");
    refused(
        rule(
            "admin",
            version,
            "{\"patience\":\"1 calendar day\",\"texts\":{},\"reason\":\"corrected\"}"),
        422,
        "message-page-missing");
    Answer done = rule("admin", version, changed.formatted("试 {grid}"));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(server.send(server.as("admin", "/api/messages/rules/trial")).json().path("rules"))
        .hasSize(version + 1);
  }

  private Answer rule(String account, int version, String body) {
    return server.put(
        server.as(account, "/api/messages/rules/trial").header("If-Match", "\"" + version + "\""),
        body);
  }
}
