package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhoneHttpTest {
  private static final int GRIDS = 5;
  private static final double LON = 112.6137;
  private static final double LAT = 28.9182;
  private static final String ACCEPTED = "accepted=1; duplicates=0; refused=; flagged=";

  /** At three in the morning, when nobody of the town is about. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(2 * 24 + 5));

  private final List<String> secrets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private RunningServer server;
  private LogWatch log;

  @BeforeAll
  void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
    log.close();
  }

  /**
   * A phone of a worker.
   *
   * @param id of the device
   */
  private record Phone(String id, String token, String staffCode) {}

  private Phone phone(int grid, String datum) {
    String code = "";
    String path = "/api/grids/99010100100%d%03d".formatted(2 + grid / GRIDS, 1 + grid % GRIDS);
    for (JsonNode person : server.get(path).json().path("properties").path("inCharge")) {
      if (person.path("duty").asText().equals("grid-worker")) {
        code = person.path("staffCode").asText();
      }
    }
    Answer added =
        server.post(
            server.asOwner("/api/devices"),
            "{\"kind\":\"phone\",\"name\":\"n\",\"staffCode\":\"%s\",\"datum\":\"%s\"}"
                .formatted(code, datum));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.json().path("datum").asText()).isEqualTo(datum);
    String token = added.json().path("secret").asText();
    secrets.add(token);
    return new Phone(added.json().path("id").asText(), token, code);
  }

  @Test
  @Order(1)
  void every_documented_form_of_a_request_is_kept_as_it_is() {
    Phone phone = phone(1, "wgs84");
    Map<Instant, LatticePoint> sent = new TreeMap<>();
    List<Answer> answers = new ArrayList<>();
    for (String variant : PhoneVariants.QUERIES) {
      answers.add(PhoneVariants.get(server, next(variant, phone, sent)));
      answers.add(
          server.send(
              server
                  .to("/gps/osmand?" + next(variant, phone, sent))
                  .POST(java.net.http.HttpRequest.BodyPublishers.noBody())));
      answers.add(PhoneVariants.form(server, next(variant, phone, sent)));
    }
    for (String variant : PhoneVariants.BODIES) {
      answers.add(PhoneVariants.json(server, next(variant, phone, sent)));
      answers.add(PhoneVariants.form(server, next(variant, phone, sent)));
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).isEmpty());
    for (String variant : PhoneVariants.OWN_TRACKS) {
      answers.add(PhoneVariants.ownTracks(server, phone.token(), next(variant, phone, sent)));
      for (String header : List.of("X-Limit-D", "X-Limit-U")) {
        answers.add(
            PhoneVariants.ownTracksUnder(
                server, header, phone.token(), next(variant, phone, sent)));
      }
    }
    assertThat(answers).hasSize(39 + 8 + 15);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.body()).isEqualTo(200);
              assertThat(answer.header("Wangge-Positions")).isEqualTo(ACCEPTED);
            });
    assertThat(answers.get(answers.size() - 1).body()).isEqualTo("[]");
    assertThat(kept(phone, sent)).isEqualTo(sent);
  }

  private String next(String variant, Phone phone, Map<Instant, LatticePoint> sent) {
    Instant at = start.plusSeconds(10L * sent.size());
    double lon = LON + sent.size() * 1e-5;
    sent.put(at, LatticePoint.ofDegrees(lon, LAT));
    return PhoneVariants.filled(variant, phone.token(), at, lon, LAT);
  }

  /** What is on record of a person between the first and the last of some positions. */
  private Map<Instant, LatticePoint> kept(Phone phone, Map<Instant, LatticePoint> sent) {
    List<Instant> times = List.copyOf(sent.keySet());
    Map<Instant, LatticePoint> kept = new TreeMap<>();
    String span = "&from=%s&to=%s".formatted(times.get(0), times.get(times.size() - 1));
    for (JsonNode track : server.get("/api/tracks?limit=500" + span).json().path("features")) {
      JsonNode properties = track.path("properties");
      if (properties.path("staffCode").asText().equals(phone.staffCode())) {
        JsonNode points = track.path("geometry").path("coordinates");
        for (int i = 0; i < points.size(); i++) {
          kept.put(
              Instant.parse(properties.path("times").path(i).asText()),
              LatticePoint.ofDegrees(
                  points.path(i).path(0).asDouble(), points.path(i).path(1).asDouble()));
        }
      }
    }
    return kept;
  }

  @Test
  @Order(2)
  void what_can_never_be_kept_is_answered_with_success_and_named_so_that_the_rest_gets_through() {
    Phone phone = phone(2, "wgs84");
    String old = "id=" + phone.token() + "&lat=60.0&lon=30.0&timestamp=1377177267";
    assertThat(outcome(PhoneVariants.get(server, old)))
        .isEqualTo("accepted=0; duplicates=0; refused=time-too-old; flagged=");
    String base = "id=" + phone.token() + "&timestamp=" + start.getEpochSecond();
    assertThat(outcome(PhoneVariants.get(server, base + "&cell=257,02,16,2224")))
        .contains("refused=no-place;");
    assertThat(outcome(PhoneVariants.get(server, base + "&lat=0&lon=0.0")))
        .contains("refused=no-place;");
    assertThat(outcome(PhoneVariants.get(server, base + "&valid=false&lat=28.9&lon=112.6")))
        .contains("refused=not-valid;");
    assertThat(outcome(PhoneVariants.get(server, base + "&lat=112.6&lon=28.9")))
        .contains("refused=axes-swapped;");
    assertThat(outcome(PhoneVariants.get(server, base + "&lat=91.5&lon=500")))
        .contains("refused=coordinate-out-of-range;");
    Instant ahead = Instant.now().plusSeconds(600);
    String early = PhoneVariants.filled(PhoneVariants.QUERIES.get(5), phone.token(), ahead, 1, 1);
    assertThat(outcome(PhoneVariants.get(server, early))).contains("refused=time-ahead;");
    for (String other : PhoneVariants.OTHER_TYPES) {
      Answer answer = PhoneVariants.ownTracks(server, phone.token(), other);
      assertThat(outcome(answer)).as(other).contains("accepted=0;", "refused=not-a-location;");
      assertThat(answer.body()).isEqualTo("[]");
    }
    String sealed = "{\"_type\":\"encrypted\",\"data\":\"xyz\"}";
    assertThat(outcome(PhoneVariants.ownTracks(server, phone.token(), sealed)))
        .contains("refused=encrypted;");
    assertThat(outcome(PhoneVariants.ownTracks(server, phone.token(), "")))
        .isEqualTo("accepted=0; duplicates=0; refused=; flagged=");
  }

  private static String outcome(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.header("Wangge-Positions");
  }

  @Test
  @Order(3)
  void what_is_no_message_at_all_or_of_no_phone_is_refused_without_repeating_what_came() {
    Phone phone = phone(3, "wgs84");
    String base = "id=" + phone.token();
    refused(400, "point-unreadable", PhoneVariants.get(server, base + "&lat=north&lon=112.6"));
    refused(400, "point-unreadable", PhoneVariants.get(server, base + "&lon=112.6"));
    refused(400, "point-unreadable", PhoneVariants.get(server, base + "&location=28.9"));
    refused(
        400,
        "point-unreadable",
        PhoneVariants.get(server, base + "&lon=112.6&lat=" + phone.token()));
    refused(
        400,
        "time-unreadable",
        PhoneVariants.get(server, base + "&lat=28.9&lon=112.6&timestamp=" + phone.token()));
    refused(400, "parameter-missing", PhoneVariants.get(server, "lat=28.9&lon=112.6"));
    refused(400, "form-unreadable", PhoneVariants.form(server, base + "&lat=%ZZ"));
    refused(400, "json-malformed", PhoneVariants.json(server, "{\"device_id\":\"" + base));
    refused(
        400,
        "member-missing",
        PhoneVariants.json(server, "{\"device_id\":\"TOKEN\"}".replace("TOKEN", phone.token())));
    refused(400, "json-malformed", PhoneVariants.ownTracks(server, phone.token(), "{nothing"));
    refused(400, "member-missing", PhoneVariants.ownTracks(server, phone.token(), "{\"lat\":1}"));
    refused(
        400,
        "time-unreadable",
        PhoneVariants.ownTracks(
            server, phone.token(), "{\"_type\":\"location\",\"lat\":1,\"lon\":2}"));
    String good = "&lat=28.9&lon=112.6&timestamp=" + start.getEpochSecond();
    refused(401, "phone-unknown", PhoneVariants.get(server, "id=123456" + good));
    String location = "{\"_type\":\"location\",\"lat\":1,\"lon\":2,\"tst\":3}";
    Answer unknown = PhoneVariants.ownTracks(server, "123456", location);
    refused(401, "phone-unknown", unknown);
    assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic realm=");
    server.send(server.asOwner("/api/devices/" + phone.id()).DELETE());
    refused(403, "phone-revoked", PhoneVariants.get(server, base + good));
    refused(403, "phone-revoked", PhoneVariants.ownTracks(server, phone.token(), location));
    refused(401, "phone-unknown", PhoneVariants.get(server, "id=" + server.ownerToken() + good));
  }

  private void refused(int status, String code, Answer answer) {
    assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    problems.add(answer.body());
  }

  @Test
  @Order(4)
  void a_batch_keeps_what_it_can_and_doubles_and_late_ones_count_once() {
    Phone phone = phone(4, "wgs84");
    Map<Instant, LatticePoint> sent = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      Instant at = start.plusSeconds(30L * i);
      sent.put(at, LatticePoint.ofDegrees(LON + i * 1e-4, LAT));
    }
    List<String> places = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Instant, LatticePoint> one : sent.entrySet()) {
      places.add(
          "{\"timestamp\":\"%s\",\"coords\":{\"latitude\":%s,\"longitude\":%s},\"mock\":%s}"
              .formatted(
                  one.getKey(),
                  one.getValue().latDegrees(),
                  one.getValue().lonDegrees(),
                  number++ == 3));
    }
    String late = String.join(",", places.subList(10, 20));
    assertThat(outcome(batch(phone, late)))
        .isEqualTo("accepted=10; duplicates=0; refused=; flagged=");
    String all = String.join(",", places) + ",{\"timestamp\":\"?\",\"coords\":{}}";
    assertThat(outcome(batch(phone, all)))
        .isEqualTo("accepted=10; duplicates=10; refused=point-unreadable; flagged=mocked");
    assertThat(outcome(batch(phone, all)))
        .startsWith("accepted=0; duplicates=20; refused=point-unreadable;");
    assertThat(kept(phone, sent)).isEqualTo(sent);
  }

  private Answer batch(Phone phone, String places) {
    return PhoneVariants.json(
        server, "{\"location\":[%s],\"device_id\":\"%s\"}".formatted(places, phone.token()));
  }

  @Test
  @Order(5)
  void a_jump_is_flagged_and_kept() {
    Phone phone = phone(5, "wgs84");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String query = PhoneVariants.QUERIES.get(5);
    PhoneVariants.get(
        server, PhoneVariants.filled(query, phone.token(), now.minusSeconds(20), LON, LAT));
    assertThat(
            outcome(
                PhoneVariants.get(
                    server, PhoneVariants.filled(query, phone.token(), now, LON + 0.05, LAT))))
        .isEqualTo("accepted=1; duplicates=0; refused=; flagged=jump");
    String fast = "id=%s&lat=%s&lon=%s&speed=100".formatted(phone.token(), LAT, LON + 0.05);
    assertThat(outcome(PhoneVariants.get(server, fast))).endsWith("flagged=too-fast");
  }

  @Test
  @Order(6)
  void what_a_phone_says_in_gcj02_is_kept_where_it_was() {
    Phone phone = phone(6, "gcj02");
    var shifted = CoordinateSystems.parse("GCJ-02").fromWgs84(LON, LAT);
    assertThat(Math.abs(shifted.x() - LON)).isGreaterThan(0.001);
    Map<Instant, LatticePoint> sent =
        new TreeMap<>(Map.of(start, LatticePoint.ofDegrees(LON, LAT)));
    String query =
        PhoneVariants.filled(
            PhoneVariants.QUERIES.get(0), phone.token(), start, shifted.x(), shifted.y());
    assertThat(outcome(PhoneVariants.get(server, query))).isEqualTo(ACCEPTED);
    Instant later = start.plusSeconds(30);
    sent.put(later, LatticePoint.ofDegrees(LON, LAT));
    String body =
        PhoneVariants.filled(
            PhoneVariants.OWN_TRACKS.get(0), phone.token(), later, shifted.x(), shifted.y());
    assertThat(outcome(PhoneVariants.ownTracks(server, phone.token(), body))).isEqualTo(ACCEPTED);
    Map<Instant, LatticePoint> kept = kept(phone, sent);
    assertThat(kept.keySet()).isEqualTo(sent.keySet());
    assertThat(kept.values())
        .allSatisfy(
            point -> {
              assertThat(point.lonDegrees()).isCloseTo(LON, within(2e-7));
              assertThat(point.latDegrees()).isCloseTo(LAT, within(2e-7));
            });
  }

  @Test
  @Order(7)
  void ten_minutes_of_a_real_walk_are_on_record_as_they_are_in_the_file() throws IOException {
    Path root = Path.of(System.getProperty("wangge.root", "."));
    Path file = root.resolve("../shared/data/tracks/geolife/009/Trajectory/20081102102028.plt");
    assumeThat(file).as("left out: no real data at ../shared/data beside the project").exists();
    Phone traccar = phone(7, "wgs84");
    Phone ownTracks = phone(8, "wgs84");
    Map<Instant, LatticePoint> walked = tenMinutes(Files.readAllLines(file));
    assertThat(walked.size()).as("fixes of ten minutes").isEqualTo(190);
    walked.forEach(
        (at, point) -> {
          double lon = point.lonDegrees();
          double lat = point.latDegrees();
          String body =
              PhoneVariants.filled(PhoneVariants.BODIES.get(1), traccar.token(), at, lon, lat);
          assertThat(outcome(PhoneVariants.json(server, body))).startsWith("accepted=1;");
          String message =
              PhoneVariants.filled(
                  PhoneVariants.OWN_TRACKS.get(3), ownTracks.token(), at, lon, lat);
          assertThat(outcome(PhoneVariants.ownTracks(server, ownTracks.token(), message)))
              .startsWith("accepted=1;");
        });
    assertThat(kept(traccar, walked)).isEqualTo(walked);
    assertThat(kept(ownTracks, walked)).isEqualTo(walked);
  }

  /** As they are in the file, three days ago. */
  private Map<Instant, LatticePoint> tenMinutes(List<String> lines) {
    Map<Instant, LatticePoint> walked = new TreeMap<>();
    Instant first = Instant.EPOCH;
    for (String line : lines.subList(6, lines.size())) {
      String[] parts = line.split(",", -1);
      Instant at = Instant.parse(parts[5] + "T" + parts[6] + "Z");
      first = walked.isEmpty() ? at : first;
      if (Duration.between(first, at).toMinutes() < 10) {
        walked.putIfAbsent(
            start.plus(Duration.between(first, at)),
            LatticePoint.ofDegrees(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])));
      }
    }
    return walked;
  }

  @Test
  @Order(8)
  void a_worker_sets_up_a_phone_of_their_own_sees_what_became_of_it_and_takes_it_out_again() {
    Answer added =
        server.post(server.as("worker", "/api/account/phones"), "{\"name\":\"my phone\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.header("Cache-Control")).isEqualTo("no-store");
    JsonNode phone = added.json();
    String token = phone.path("secret").asText();
    secrets.add(token);
    String link = phone.at("/apps/traccar/link").asText();
    assertThat(link)
        .startsWith("org.traccar.client://config?url=http%3A%2F%2F127.0.0.1")
        .contains("%2Fgps%2Fosmand&id=" + token + "&");
    assertThat(phone.at("/apps/owntracks/qr").asText()).startsWith("data:image/svg+xml;base64,");
    String query = "id=%s&lat=%s&lon=%s".formatted(token, LAT, LON);
    assertThat(outcome(PhoneVariants.get(server, query))).startsWith("accepted=1;");
    JsonNode own = server.send(server.as("worker", "/api/account/phones")).json().path("phones");
    assertThat(own).hasSize(1);
    assertThat(own.toString()).doesNotContain(token);
    assertThat(own.at("/0/heard/accepted").asInt()).isOne();
    String path = "/api/account/phones/" + phone.path("id").asText();
    assertThat(server.send(server.as("operator", path).DELETE()).status()).isIn(404, 422);
    assertThat(server.send(server.as("worker", path).DELETE()).status()).isEqualTo(204);
    refused(403, "phone-revoked", PhoneVariants.get(server, query));
    assertThat(server.send(server.as("worker", path).DELETE()).status()).isEqualTo(404);
    for (int i = 0; i < 3; i++) {
      Answer one = server.post(server.as("worker", "/api/account/phones"), "{\"name\":\"n\"}");
      assertThat(one.status()).isEqualTo(201);
    }
    Answer many = server.post(server.as("worker", "/api/account/phones"), "{\"name\":\"n\"}");
    assertThat(many.json().path("code").asText()).isEqualTo("phones-many");
    Answer nobody = server.post(server.as("admin", "/api/account/phones"), "{\"name\":\"n\"}");
    assertThat(nobody.json().path("code").asText()).isEqualTo("phone-of-nobody");
  }

  @Test
  @Order(9)
  void whoever_tries_tokens_is_slowed_down_and_a_phone_beside_them_is_not() {
    Phone phone = phone(9, "wgs84");
    int status = 401;
    for (int i = 0; i <= PhoneDoor.WRONG_A_MINUTE && status != 429; i++) {
      status = PhoneVariants.get(server, "id=wrong" + i + "&lat=1&lon=2").status();
    }
    assertThat(status).isEqualTo(429);
    String query = "id=%s&lat=%s&lon=%s".formatted(phone.token(), LAT, LON);
    assertThat(outcome(PhoneVariants.get(server, query))).isEqualTo(ACCEPTED);
  }

  @Test
  @Order(10)
  void no_token_is_in_the_log_in_a_problem_or_on_record() {
    assertThat(secrets).hasSizeGreaterThan(8).allMatch(secret -> secret.startsWith("wgd_"));
    String said = String.join("\n", log.lines()) + String.join("\n", problems);
    String record = server.getAsOwner("/api/audit?limit=500").body();
    assertThat(record).contains("device");
    assertThat(secrets).noneMatch(said::contains).noneMatch(record::contains);
  }
}
