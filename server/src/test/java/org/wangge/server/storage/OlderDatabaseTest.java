package org.wangge.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** What a program of before left behind is opened by this one. */
@Timeout(120)
class OlderDatabaseTest {
  /** The schema as it was when there were no reports, no simulator and no places. */
  private static final String BEFORE_REPORTS = "6";

  /** And when the tokens of reports were kept as they are. */
  private static final String BEFORE_HASHES = "23";

  private final Instant filledTo = Instant.now().minus(Duration.ofHours(3));

  @TempDir Path folder;

  @Test
  void a_town_from_before_reports_goes_on_in_its_data_folder() throws Exception {
    leaveOlderTown(h2(), Dialects.H2, BEFORE_REPORTS);
    try (LogWatch log = new LogWatch();
        RunningServer server = RunningServer.withNewTown(folder)) {
      verifyTown(server);
      JsonNode newer =
          server.get("/api/incidents?limit=1000&from=" + filledTo).json().path("features");
      assertThat(newer).as("the town goes on where it was left").isNotEmpty();
      assertThat(log.stackTraces()).isEmpty();
    }
  }

  @Test
  void a_town_from_before_reports_goes_on_on_postgis() throws Exception {
    String url = PostgisServer.emptyDatabase();
    leaveOlderTown(url, Dialects.POSTGIS, BEFORE_REPORTS);
    try (RunningServer server = RunningServer.onPostgis(folder, url)) {
      verifyTown(server);
    }
  }

  @Test
  void a_token_from_before_hashes_still_follows_its_report() throws Exception {
    String postgis = PostgisServer.emptyDatabase();
    for (Dialects kind : Dialects.values()) {
      String url = kind == Dialects.H2 ? h2() : postgis;
      leaveOlderTown(url, kind, BEFORE_HASHES);
      execute(
          url,
          """
          insert into incident_report (report_key, incident_id, token, category, channel, location,
            description, reported_at, generated)
          values ('k', 'incident-20260301-0001', 'AbC_token-1', 'noise', 'phone', %s, '',
            current_timestamp, true)
          """
              .formatted(kind.point));
      try (RunningServer server =
          kind == Dialects.H2
              ? RunningServer.empty(folder)
              : RunningServer.onPostgis(folder, postgis)) {
        assertThat(followed(server, "AbC_token-1").status()).as(kind.name()).isEqualTo(200);
        assertThat(followed(server, "k").status()).isEqualTo(404);
        JsonNode open = server.getAsOwner("/api/incidents/incident-20260301-0001").json();
        assertThat(open.at("/properties/state").asText())
            .as("what has a report goes on")
            .isEqualTo("handle");
      }
    }
  }

  private static RunningServer.Answer followed(RunningServer server, String token) {
    return server.send(server.to("/api/reports/own").header("Wangge-Report-Token", token));
  }

  private void verifyTown(RunningServer server) {
    JsonNode was = server.getAsOwner("/api/incidents/incident-20260301-0001").json();
    assertThat(was.at("/properties/state").asText())
        .as("what nothing leads on is closed")
        .isEqualTo("evaluate");
    assertThat(Instant.parse(was.at("/properties/closedAt").asText()))
        .isBetween(filledTo.minusMillis(1), filledTo.plusMillis(1));
    JsonNode done = server.getAsOwner("/api/incidents/incident-20260301-0001/history").json();
    assertThat(done.toString()).contains("close");
    JsonNode closed = server.getAsOwner("/api/incidents/incident-20260301-0002").json();
    assertThat(closed.at("/properties/closedAt").asText()).isEqualTo("2026-03-01T02:00:00Z");
    JsonNode real = server.getAsOwner("/api/incidents/incident-20260301-0003").json();
    assertThat(real.at("/properties/state").asText())
        .as("what was not made up is left alone")
        .isEqualTo("handle");
    assertThat(priorityOf(server, "manhole-cover")).isEqualTo("urgent");
    assertThat(priorityOf(server, "own-word")).isEqualTo("ordinary");
    RunningServer.Answer taken =
        server.post(
            server.asOwner("/api/reports"),
            "{\"key\":\"new\",\"category\":\"noise\",\"lon\":112.61,\"lat\":28.91}");
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
  }

  private static String priorityOf(RunningServer server, String code) {
    for (JsonNode category : server.get("/api/incidents/categories").json().path("categories")) {
      if (category.path("code").asText().equals(code)) {
        return category.path("priority").asText();
      }
    }
    return "absent";
  }

  /** As the program of then did. */
  private void leaveOlderTown(String url, Dialects kind, String version) throws SQLException {
    Flyway.configure()
        .dataSource(url, kind == Dialects.H2 ? "wangge" : null, kind == Dialects.H2 ? "" : null)
        .locations("classpath:db/common", "classpath:db/" + kind.folder)
        .placeholders(Map.of("bytes", kind == Dialects.H2 ? "varbinary" : "bytea"))
        .target(version)
        .load()
        .migrate();
    execute(
        url,
        """
        insert into demo_made (only_row, kind, seed, grids, made_at, filled_to)
        values (1, 'TOWN', 1, 0, '%1$s', '%1$s')
        """
            .formatted(filledTo));
    execute(
        url,
        """
        insert into incident_category (code, name_zh, name_en) values
          ('noise', '噪声扰民', 'Noise'), ('manhole-cover', '井盖缺失', 'Missing manhole cover'),
          ('own-word', '其他', 'Other')
        """);
    execute(url, incident("0001", "handle", "null", true, kind));
    execute(url, incident("0002", "evaluate", "'2026-03-01T02:00:00Z'", true, kind));
    execute(url, incident("0003", "handle", "null", false, kind));
  }

  private static String incident(
      String number, String step, String closed, boolean generated, Dialects kind) {
    return """
        insert into incident_incident (id, number, category, step, priority, channel, location,
          grid_code, reported_at, filed_at, due_at, closed_at, generated)
        values ('incident-20260301-%1$s', '20260301-%1$s', 'noise', '%2$s', 'ordinary', 'phone', %3$s,
          '990101001001001', '2026-03-01T00:00:00Z', '2026-03-01T00:10:00Z',
          '2026-03-01T06:10:00Z', %4$s, %5$s)
        """
        .formatted(number, step, kind.point, closed, generated);
  }

  private static void execute(String url, String sql) throws SQLException {
    boolean h2 = url.startsWith("jdbc:h2");
    try (Connection connection =
            h2 ? DriverManager.getConnection(url, "wangge", "") : DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String h2() {
    return "jdbc:h2:file:"
        + folder.toAbsolutePath().resolve("wangge")
        + ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }

  private enum Dialects {
    H2("h2", "geometry 'SRID=4326;POINT(112.61 28.91)'"),
    POSTGIS("postgresql", "st_setsrid(st_makepoint(112.61, 28.91), 4326)");

    private final String folder;
    private final String point;

    Dialects(String folder, String point) {
      this.folder = folder;
      this.point = point;
    }
  }
}
