package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.geo.LatticePoint;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.bench.LocalBroker;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MqttHttpTest {
  private static final double LON = 112.6137;
  private static final double LAT = 28.9182;

  /** At three in the morning, when nobody of the town is about. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(2 * 24 + 5));

  private final Map<Instant, LatticePoint> sent = new TreeMap<>();
  private Path folder;
  private RunningServer server;
  private LocalBroker broker;
  private Phone phone;
  private Phone other;

  private record Phone(String id, String token, String staffCode) {}

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    Brokers.requireInstalled();
    folder = Files.createDirectory(temporary.resolve("data"));
    broker = new LocalBroker(temporary.resolve("broker"));
    Path file = Files.writeString(folder.resolve(MqttFile.NAME), broker.settings());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    server = RunningServer.withTown(folder);
    phone = phone(1);
    other = phone(2);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
      broker.close();
    }
  }

  private Phone phone(int grid) {
    String code = "";
    String path = "/api/grids/99010100100200" + grid;
    for (JsonNode person : server.get(path).json().path("properties").path("inCharge")) {
      if (person.path("duty").asText().equals("grid-worker")) {
        code = person.path("staffCode").asText();
      }
    }
    Answer added =
        server.post(
            server.asOwner("/api/devices"),
            "{\"kind\":\"phone\",\"name\":\"n\",\"staffCode\":\"%s\"}".formatted(code));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String id = added.json().path("id").asText();
    String token = added.json().path("secret").asText();
    broker.letIn(id, token);
    return new Phone(id, token, code);
  }

  private JsonNode link() {
    return server.getAsOwner("/api/positions/links").json().path("mqtt");
  }

  private int accepted() {
    return link().path("accepted").asInt();
  }

  private void awaitRefused(String word, int times) {
    Brokers.await(word, () -> link().path("refused").path(word).asInt() == times);
  }

  private MqttPhone open(Phone one) {
    return new MqttPhone(broker.port(), one.id(), one.token());
  }

  private String next(String variant) {
    Instant at = start.plusSeconds(10L * sent.size());
    double lon = LON + sent.size() * 1e-5;
    sent.put(at, LatticePoint.ofDegrees(lon, LAT));
    return PhoneVariants.filled(variant, "", at, lon, LAT);
  }

  /** What is on record of the phone's owner. */
  private Map<Instant, LatticePoint> kept() {
    Map<Instant, LatticePoint> kept = new TreeMap<>();
    String span = "&from=%s&to=%s".formatted(start, start.plusSeconds(3_600));
    String path = "/api/tracks?limit=500&staff=" + phone.staffCode() + span;
    for (JsonNode track : server.get(path).json().path("features")) {
      JsonNode points = track.path("geometry").path("coordinates");
      for (int i = 0; i < points.size(); i++) {
        kept.put(
            Instant.parse(track.path("properties").path("times").path(i).asText()),
            LatticePoint.ofDegrees(
                points.path(i).path(0).asDouble(), points.path(i).path(1).asDouble()));
      }
    }
    return kept;
  }

  @Test
  @Order(1)
  void a_broker_that_is_not_there_stops_nothing_and_is_told_of() {
    Brokers.await("tried", () -> link().path("problem").asText().equals("unreachable"));
    Answer ready = server.get("/readyz");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("links").path("mqtt").asText()).isEqualTo("down");
    assertThat(link().path("connected").asBoolean()).isFalse();
    broker.begin();
    Brokers.await("found", () -> link().path("connected").asBoolean());
    assertThat(server.get("/readyz").json().at("/links/mqtt").asText()).isEqualTo("connected");
    assertThat(link().toString()).doesNotContain(LocalBroker.READER_PASSWORD);
  }

  @Test
  @Order(2)
  void every_documented_form_of_a_place_is_kept_and_twice_counts_once() {
    try (MqttPhone app = open(phone)) {
      for (String variant : PhoneVariants.OWN_TRACKS) {
        String body = next(variant);
        app.send(body);
        app.send(body);
      }
    }
    Brokers.await("all", () -> link().path("duplicates").asInt() == sent.size());
    assertThat(accepted()).isEqualTo(sent.size());
    assertThat(kept()).isEqualTo(sent);
  }

  @Test
  @Order(3)
  void what_says_nothing_of_a_place_is_passed_over_and_what_cannot_be_read_is_named() {
    try (MqttPhone app = open(phone)) {
      PhoneVariants.OTHER_TYPES.forEach(app::send);
      app.send("");
      app.send("{\"_type\":\"encrypted\",\"data\":\"xyz\"}");
      app.send("{no json");
      app.send("{\"_type\":\"location\",\"lat\":1,\"lon\":2,\"tst\":3}");
      app.send(next(PhoneVariants.OWN_TRACKS.get(0)));
    }
    Brokers.await("the last", () -> accepted() == sent.size());
    JsonNode refused = link().path("refused");
    assertThat(refused.path("encrypted").asInt()).isOne();
    assertThat(refused.path("json-malformed").asInt()).isOne();
    assertThat(refused.path("time-too-old").asInt()).isOne();
    assertThat(refused).hasSize(3);
    assertThat(link().path("waiting").asInt()).isZero();
  }

  @Test
  @Order(4)
  void whoever_is_no_phone_any_more_says_nothing_and_nobody_speaks_for_another() {
    String place = PhoneVariants.filled(PhoneVariants.OWN_TRACKS.get(0), "", start, LON, LAT);
    int before = accepted();
    int received = link().path("received").asInt();
    try (MqttPhone app = open(other)) {
      app.sendTo("owntracks/" + phone.id() + "/x", next(PhoneVariants.OWN_TRACKS.get(0)));
      sent.remove(start.plusSeconds(10L * (sent.size() - 1)));
    }
    try (MqttPhone app = open(other)) {
      app.send(place);
    }
    Brokers.await("its own", () -> accepted() == before + 1);
    assertThat(link().path("received").asInt()).isEqualTo(received + 1);
    server.send(server.asOwner("/api/devices/" + other.id()).DELETE());
    try (MqttPhone app = open(other)) {
      app.send(place);
    }
    awaitRefused("phone-revoked", 1);
    assertThat(kept()).isEqualTo(sent);
  }

  @Test
  @Order(5)
  void what_is_sent_while_the_server_is_away_is_on_record_when_it_is_back() {
    server.close();
    try (MqttPhone app = open(phone)) {
      for (int i = 0; i < 20; i++) {
        app.send(next(PhoneVariants.OWN_TRACKS.get(1)));
      }
    }
    server = RunningServer.withNewTown(folder);
    Brokers.await("all", () -> accepted() >= 20);
    assertThat(kept()).isEqualTo(sent);
  }

  @Test
  @Order(6)
  void after_a_broker_was_killed_its_phones_are_heard_again() {
    broker.kill();
    Brokers.await("lost", () -> !link().path("connected").asBoolean());
    assertThat(server.get("/readyz").status()).isEqualTo(200);
    broker.begin();
    Brokers.await("found", () -> link().path("connected").asBoolean());
    try (MqttPhone app = open(phone)) {
      app.send(next(PhoneVariants.OWN_TRACKS.get(2)));
    }
    Brokers.await("kept", () -> kept().equals(sent));
  }
}
