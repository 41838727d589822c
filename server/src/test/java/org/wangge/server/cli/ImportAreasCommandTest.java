package org.wangge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.geo.AsOf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaQuery;
import org.wangge.server.config.DataFolder;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.WebServer;
import org.wangge.server.importing.AreaImporter;
import org.wangge.server.importing.ImportHttp;
import org.wangge.server.importing.ImportLimits;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import picocli.CommandLine;

/** The command as a person gives it, on a real data folder. */
class ImportAreasCommandTest {
  private static final String GOOD =
      """
      {"type":"Feature","properties":{"GRIDCODE":"990001","name":"试验区"},"geometry":
       {"type":"Polygon","coordinates":[[[111.6,29.0],[111.7,29.0],[111.7,29.1],[111.6,29.0]]]}}
      """;

  @TempDir private Path folder;
  private Path file;
  private String printed = "";

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("areas of 2026.geojson"), GOOD);
  }

  @Test
  void a_file_is_loaded_into_the_data_folder() {
    int code = run("--crs", "EPSG:4326", "--property", "code=GRIDCODE", "--lang", "en");
    assertThat(printed).contains("areas of 2026.geojson", "(recognized)", "district 1", "LOADED");
    assertThat(code).isZero();
    assertThat(areas()).extracting(Area::code).containsExactly("990001");
  }

  @Test
  void a_check_loads_nothing() {
    assertThat(run("--crs", "EPSG:4326", "--property", "code=GRIDCODE", "--check")).isZero();
    assertThat(areas()).isEmpty();
  }

  @Test
  void a_broken_file_ends_with_1_and_says_where_and_how_to_mend() throws Exception {
    Files.writeString(file, GOOD.substring(0, 100));
    assertThat(run("--crs", "EPSG:4326", "--lang", "zh")).isEqualTo(1);
    assertThat(printed).contains("json-truncated", "字节", "改正", "未载入").doesNotContain("\tat ");
  }

  @Test
  void wrong_options_end_with_2_and_a_sentence() {
    assertThat(run("--level", "planet", "--lang", "en")).isEqualTo(2);
    assertThat(printed).contains("planet", "micro-grid");
    assertThat(run("--scratch-district", "990001", "--parent", "990001001001")).isEqualTo(2);
  }

  @Test
  void a_file_that_is_not_there_is_told() throws Exception {
    Files.delete(file);
    assertThat(run("--crs", "EPSG:4326", "--lang", "en")).isEqualTo(2);
    assertThat(printed).contains("areas of 2026.geojson does not exist");
  }

  @Test
  void json_is_the_whole_report() throws Exception {
    run("--crs", "EPSG:4326", "--property", "code=GRIDCODE", "--json");
    var report = new com.fasterxml.jackson.databind.ObjectMapper().readTree(printed);
    assertThat(report.at("/outcome").asText()).isEqualTo("loaded");
    assertThat(report.at("/coverage/district/areas").asInt()).isEqualTo(1);
  }

  @Test
  void while_a_server_holds_the_folder_the_file_goes_through_it() {
    try (DataFolder held = DataFolder.open(folder.resolve("data")).orElseThrow();
        Database database = Databases.h2(held.path(), Clock.systemUTC())) {
      ImportHttp http =
          new ImportHttp(new AreaImporter(database, new JdbcGridStore(), ImportLimits.USUAL));
      try (WebServer server =
          WebServer.start(
              "127.0.0.1",
              0,
              new Callers(false, held.token(), Identities.NONE),
              new Problems(new Messages()),
              new ReadAudit((caller, entry) -> {}),
              at -> at.post("/api/imports/areas", http::areas, Right.DRAW_AREAS))) {
        held.announce("http://127.0.0.1:" + server.port());
        assertThat(run("--crs", "EPSG:4326", "--property", "code=GRIDCODE", "--lang", "en"))
            .isZero();
        assertThat(printed).contains("areas of 2026.geojson", "LOADED");
        assertThat(run("--crs", "EPSG:9999", "--lang", "en")).isEqualTo(1);
        assertThat(printed).contains("crs-unknown");
      }
      assertThat(list(database)).hasSize(1);
    }
  }

  private int run(String... options) {
    StringWriter out = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("areas", file.toString()));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    arguments.addAll(List.of(options));
    int code =
        new CommandLine(new ImportCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    printed = out.toString();
    return code;
  }

  private List<Area> areas() {
    try (Database database = Databases.h2(folder.resolve("data"), Clock.systemUTC())) {
      return list(database);
    }
  }

  private static List<Area> list(Database database) {
    Function<org.wangge.event.Tx, List<Area>> all =
        tx ->
            new JdbcGridStore()
                .list(tx, Caller.upkeep(), AreaQuery.all("tree", AsOf.now(tx.now())));
    return database.read(all);
  }
}
