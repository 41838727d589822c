package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.people.PersonalField;
import org.wangge.server.http.RouteTable;

/**
 * Plants a text of its own in each personal column and looks for it wherever the program says
 * something: in every answer of every route that can be read, as every role, in the live stream, in
 * what is logged; and, after erasure, in the database itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryHttpTest {
  /** In charge of a grid, and not its head: the head is published. */
  private static final String WHO = "D0004";

  /** What has happened is told at once; after so many turns of silence all of it is told. */
  private static final int QUIET_TURNS = 10;

  private static final int TURN_MILLIS = 25;
  private static final Map<String, Role> READERS = readers();

  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder = Path.of("");
  private RunningServer server;
  private LogWatch log;
  private String area = "";
  private String incident = "";
  private String token = "";
  private String whistle = "";
  private String campaign = "";
  private String rated = "";
  private String errand = "";
  private String door = "";
  private String sample = "";
  private final CanaryShift shift = new CanaryShift();

  private static Map<String, Role> readers() {
    Map<String, Role> readers = new LinkedHashMap<>();
    readers.put("", Role.WALL);
    for (Role role : Role.values()) {
      if (role.isGranted()) {
        readers.put(role == Role.ADMINISTRATOR ? "admin" : role.word(), role);
      }
    }
    return readers;
  }

  @BeforeAll
  void plant(@TempDir Path folder) {
    this.folder = folder;
    log = new LogWatch();
    server = RunningServer.withTown(folder);
    JsonNode person = person("admin");
    area = person.at("/posts/0/code").asText();
    StringBuilder fields = new StringBuilder("{\"unit\":\"" + Canary.UNIT.text() + "\"");
    Canary.OF_PERSON.forEach(
        (field, canary) ->
            fields.append(",\"%s\":\"%s\"".formatted(field.member(), canary.text())));
    requireDone(
        server.patch(
            server.as("admin", "/api/people/" + WHO).header("If-Match", "\"1\""), fields + "}"));
    JsonNode report =
        requireDone(
            server.post(
                server.to("/api/reports"),
                """
                {"key":"canary","category":"street-light","lon":112.6137,"lat":28.9182,
                 "description":"%s %s","reporter":{"name":"%s","phone":"%s"}}
                """
                    .formatted(
                        Canary.WORDS.text(),
                        Canary.NUMBER_IN_WORDS.text(),
                        Canary.REPORTER_NAME.text(),
                        Canary.REPORTER_PHONE.text())));
    incident = report.path("id").asText();
    token = report.path("token").asText();
    // By the same person: who did something is named where names may be known.
    Cast cast = new Cast(server);
    String cookie = cast.join("canary", Role.OPERATOR, "\"staffCode\":\"" + WHO + "\"");
    handleJointly();
    rate();
    whistle =
        server
            .post(
                server.as("operator", "/api/incidents/" + incident + "/whistles"),
                "{\"reason\":\"%s %s\"}"
                    .formatted(Canary.CALL.text(), Canary.NUMBER_IN_CALL.text()))
            .json()
            .path("id")
            .asText();
    askAtADoor();
    errand = new CanaryErrand(server).plant();
    door = new CanaryVisit(server).plant(area);
    shift.plant(server, area);
    requireDone(
        server.post(
            cast.with(cookie, "/api/incidents/" + incident + "/cancel").header("If-Match", "\"4\""),
            "{\"reason\":\"%s %s\"}"
                .formatted(Canary.REASON.text(), Canary.NUMBER_IN_REASON.text())));
    requireDone(
        server.post(
            server.asOwner("/api/positions"),
            "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":112.6137,\"lat\":28.9182}]}"
                .formatted(WHO, Instant.now())));
    reveal();
  }

  private void askAtADoor() {
    campaign =
        requireDone(
                server.post(
                    server.as("operator", "/api/campaigns/declarations"),
                    """
                    {"title":"x","areas":["%s"],"until":"2999-01-01T00:00:00Z",
                    "questions":[{"text":"x","kind":"text"}],"rows":[{"reference":"1","name":"%s",
                    "phone":"%s","address":"%s","grid":"%s","statement":"%s %s"}]}
                    """
                        .formatted(
                            area,
                            Canary.DECLARING.text(),
                            Canary.NUMBER_OF_DECLARING.text(),
                            Canary.DECLARED_ADDRESS.text(),
                            area,
                            Canary.STATEMENT.text(),
                            Canary.NUMBER_IN_STATEMENT.text())))
            .path("id")
            .asText();
    requireDone(
        server.post(
            server.as("operator", "/api/campaigns/" + campaign + "/units/1/answer"),
            "{\"key\":\"x\",\"version\":0,\"answers\":{\"1\":\"%s %s\"}}"
                .formatted(Canary.ANSWER.text(), Canary.NUMBER_IN_ANSWER.text())));
  }

  /** What two say and decide together is written down. */
  private void handleJointly() {
    String lamps = "{\"kind\":\"department\",\"code\":\"municipal-works\"}";
    String others = "{\"kind\":\"department\",\"code\":\"sanitation\"}";
    did("accept", 1, "{}");
    did("file", 2, "{}");
    did("dispatch", 3, "{\"to\":[%s,%s]}".formatted(lamps, others));
    did(
        "joint",
        4,
        "{\"reason\":\"%s %s\"}".formatted(Canary.MINUTE.text(), Canary.NUMBER_IN_MINUTE.text()));
    String duty =
        "{\"to\":%s,\"what\":\"%s %s\",\"due\":\"%s\"}"
            .formatted(
                "%s",
                Canary.DUTY.text(),
                Canary.NUMBER_IN_DUTY.text(),
                Instant.now().plus(Duration.ofHours(1)));
    did(
        "joint/decision",
        1,
        "{\"text\":\"both\",\"duties\":[%s,%s]}"
            .formatted(duty.formatted(lamps), duty.formatted(others)));
  }

  /** Another is closed, and its reporter says something. */
  private void rate() {
    JsonNode report =
        requireDone(
            server.post(
                server.to("/api/reports"),
                """
                {"key":"rated","category":"street-light","lon":112.6137,"lat":28.9182}
                """));
    rated = report.path("id").asText();
    String[] actions = {"accept", "file", "dispatch", "report-back", "close"};
    for (int i = 0; i < actions.length; i++) {
      did(rated, actions[i], i + 1, "{}");
    }
    requireDone(
        server.put(
            server
                .to("/api/reports/own/evaluation")
                .header("Wangge-Report-Token", report.path("token").asText()),
            "{\"score\":\"unsatisfied\",\"words\":\"%s %s\"}"
                .formatted(Canary.RATING.text(), Canary.NUMBER_IN_RATING.text())));
    sample = CanaryAppraisal.plant(server, rated);
  }

  private void did(String what, int version, String body) {
    did(incident, what, version, body);
  }

  private void did(String id, String what, int version, String body) {
    requireDone(
        server.post(
            server
                .as("operator", "/api/incidents/" + id + "/" + what)
                .header("If-Match", "\"" + version + "\""),
            body));
  }

  private void reveal() {
    requireDone(
        server.post(
            server.as("liaison", "/api/people/" + WHO + "/reveals"),
            "{\"field\":\"idNumber\",\"why\":\"case\",\"case\":\"C-1\"}"));
    requireDone(
        server.post(
            server.as("liaison", "/api/incidents/" + incident + "/reveals"),
            "{\"field\":\"reporterPhone\",\"why\":\"case\",\"case\":\"C-1\"}"));
  }

  @AfterAll
  void close() {
    server.close();
    log.close();
  }

  private static JsonNode requireDone(RunningServer.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer.body().isEmpty() ? NullNode.instance : answer.json();
  }

  private JsonNode person(String account) {
    return server.send(server.as(account, "/api/people/" + WHO)).json().path("properties");
  }

  @Test
  @Order(1)
  void what_is_personal_is_told_to_exactly_the_roles_that_may_see_it() {
    List<String> leaks = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    READERS.forEach(
        (account, role) -> {
          Map<String, String> told = everythingTold(account);
          for (Canary canary : Canary.all()) {
            Optional<String> where =
                told.entrySet().stream()
                    .filter(one -> one.getValue().contains(canary.text()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (where.isPresent() && !canary.isFor(role)) {
              leaks.add(canary.column() + " to " + role + " at " + where.get());
            }
            if (where.isEmpty() && canary.isFor(role) && mayRead(canary, role)) {
              missing.add(canary.column() + " to " + role);
            }
          }
        });
    assertThat(leaks).isEmpty();
    assertThat(missing).as("a canary that nobody can find would find no leak").isEmpty();
  }

  private static boolean mayRead(Canary canary, Role role) {
    return !canary.column().startsWith("people_") || Right.READ_PEOPLE.roles().contains(role);
  }

  @Test
  @Order(2)
  void nothing_of_it_is_logged() {
    for (Canary canary : Canary.all()) {
      assertThat(log.lines()).noneMatch(line -> line.contains(canary.text()));
    }
    LoggerFactory.getLogger(CanaryHttpTest.class).info("heard");
    assertThat(log.lines()).as("it is listened to").anyMatch(line -> line.contains("heard"));
  }

  @Test
  @Order(3)
  void after_erasure_it_is_nowhere_and_the_records_are_whole() throws Exception {
    assertThat(inDatabase(Canary.all())).as("before, it is there to be found").isNotEmpty();
    requireDone(
        server.post(
            server.as("admin", "/api/people/" + WHO + "/erasure").header("If-Match", "\"2\""), ""));
    requireDone(
        server.post(server.as("admin", "/api/campaigns/" + campaign + "/units/1/erase"), ""));
    requireDone(
        server.post(
            server
                .as("admin", "/api/incidents/" + incident + "/erasure")
                .header("If-Match", "\"5\""),
            ""));
    requireDone(server.post(server.as("admin", "/api/visits/doors/" + door + "/erasure"), ""));
    requireDone(
        server.post(
            server.as("admin", "/api/errands/" + errand + "/erasure").header("If-Match", "\"6\""),
            ""));
    requireDone(
        server.post(
            server.as("admin", "/api/incidents/" + rated + "/erasure").header("If-Match", "\"6\""),
            ""));
    shift.erase(server);
    for (String account : List.of("admin", "operator")) {
      everythingTold(account)
          .forEach(
              (where, said) ->
                  Canary.all()
                      .forEach(canary -> assertThat(said).as(where).doesNotContain(canary.text())));
    }
    assertThat(person("admin").path("erased").asBoolean()).isTrue();
    requireSoundAudit();
    assertThat(inDatabase(Canary.all())).isEmpty();
  }

  private void requireSoundAudit() throws InterruptedException {
    server.post(server.as("supervisor", "/api/audit/verification"), "");
    JsonNode progress = NullNode.instance;
    for (int i = 0; i < 200 && !progress.path("state").asText().equals("done"); i++) {
      Thread.sleep(50);
      progress = server.send(server.as("supervisor", "/api/audit/verification")).json();
    }
    assertThat(progress.at("/report/sound").asBoolean()).as(progress.toString()).isTrue();
  }

  /** Columns in which any of the texts stands, after the server has let go of the database. */
  private SortedSet<String> inDatabase(List<Canary> canaries) throws SQLException {
    server.close();
    SortedSet<String> found = new TreeSet<>();
    String url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath().resolve("wangge")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (Connection connection = DriverManager.getConnection(url, "wangge", "")) {
      for (String column : Columns.listed().keySet()) {
        String[] parts = column.split("\\.", -1);
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("select " + parts[1] + " from " + parts[0])) {
          while (rows.next()) {
            String kept = String.valueOf(rows.getString(1));
            if (canaries.stream().anyMatch(canary -> kept.contains(canary.text()))) {
              found.add(column);
            }
          }
        }
      }
    }
    server = RunningServer.withNewTown(folder);
    return found;
  }

  /** Every answer that somebody can get by reading, by its address. */
  private Map<String, String> everythingTold(String account) {
    Map<String, String> told = new LinkedHashMap<>();
    for (RouteTable.Line line : server.routes()) {
      if (line.method().equals("GET") && !isSocket(line.path())) {
        for (String path : addresses(line.path())) {
          boolean live = line.path().equals("/api/live") && !account.equals("volunteer");
          told.put(path, live ? stream(account) : said(account, path));
        }
      }
    }
    assertThat(told).hasSizeGreaterThan(40);
    return told;
  }

  private static boolean isSocket(String path) {
    return (path.startsWith("/video/") && !path.endsWith("/still"))
        || path.equals("/api/live/positions");
  }

  private String idOf(String path) {
    return path.startsWith("/api/incidents")
        ? incident
        : path.startsWith("/api/whistles")
            ? whistle
            : path.startsWith("/api/evaluations")
                ? sample
                : path.startsWith("/api/campaigns")
                    ? campaign
                    : path.startsWith("/api/errands")
                        ? errand
                        : path.startsWith("/api/visits") ? door : "unknown";
  }

  private List<String> addresses(String path) {
    String filled =
        shift
            .filled(path)
            .replace("{code}", path.startsWith("/api/people") ? WHO : area)
            .replace("{id}", idOf(path))
            .replace("{a}", "1")
            .replace("{b}", "2")
            .replace("{token}", "unknown")
            .replace("{photo}", "unknown")
            .replace("{hazard}", "1")
            .replace("{incident}", rated)
            .replace("{occasion}", "unknown")
            .replace("{alarm}", "unknown")
            .replace("{note}", "unknown")
            .replace("{format}", "xml")
            .replace("{number}", incident.replace("incident-", ""))
            .replace("{kind}", "units")
            .replace("{run}", "1")
            .replace("{layer}", "areas")
            .replace("{z}", "12")
            .replace("{x}", "3329")
            .replace("{y}", "1705")
            .replace("{name}", "dark")
            .replace("{build}", "other")
            .replace("<path>", "app/main.js");
    List<String> all = new ArrayList<>(List.of(filled));
    if (path.equals("/api/people")) {
      Canary.OF_PERSON.values().forEach(canary -> all.add(path + "?q=" + encoded(canary.text())));
    }
    if (path.equals("/api/incidents") || path.equals("/api/positions")) {
      all.add(path + "?limit=1000");
    }
    if (path.equals("/api/audit")) {
      all.add(path + "?limit=1000");
    }
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder ask(String account, String path) {
    HttpRequest.Builder request = account.isEmpty() ? server.to(path) : server.as(account, path);
    return path.startsWith("/api/reports/own")
        ? request.header("Wangge-Report-Token", token)
        : request;
  }

  private String said(String account, String path) {
    RunningServer.Answer answer = server.send(ask(account, path));
    assertThat(answer.status()).as(path).isNotEqualTo(500);
    return path.contains("?q=") && answer.status() != 200
        ? ""
        : answer.body() + answer.response().headers();
  }

  /** What the live stream tells somebody of all that has happened here. */
  private String stream(String account) {
    try {
      HttpResponse<InputStream> response =
          client.send(
              ask(account, "/api/live?after=0").header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      StringBuilder heard = new StringBuilder();
      try (InputStream in = response.body()) {
        byte[] some = new byte[8_192];
        int quiet = 0;
        while (heard.isEmpty() || quiet < QUIET_TURNS) {
          quiet = in.available() > 0 ? 0 : quiet + 1;
          if (quiet == 0) {
            heard.append(new String(some, 0, in.read(some), StandardCharsets.UTF_8));
          } else {
            Thread.sleep(TURN_MILLIS);
          }
        }
      }
      return heard.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(0)
  void each_personal_field_of_a_person_has_a_canary() {
    assertThat(Canary.OF_PERSON).containsOnlyKeys(PersonalField.ofPersons());
  }
}
