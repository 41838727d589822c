package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.NumberedEvent;
import org.wangge.fault.Forbidden;
import org.wangge.grid.Area;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CoverageFlaw.Kind;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.Level;
import org.wangge.server.importing.ImportReport.Outcome;
import org.wangge.server.storage.JdbcEventLog;
import org.wangge.server.storage.Sequencer;
import org.wangge.server.storage.TestDatabase;

/** What an import does to what is on record. */
class LoadingTest {
  private static final ImportOptions.Policy REPLACE =
      new ImportOptions.Policy(false, false, true, null, "import");

  private final ImportDesk desk = new ImportDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  /**
   * A district with a street; the street's outline is a box in degrees east of 111 and north of 29.
   */
  private static String town(String streetName, String more) {
    return "{\"type\":\"FeatureCollection\",\"features\":["
        + area("990001001", streetName, "\"parent\":\"990001\"", 0.0, 0.0, 0.1, 0.1)
        + ","
        + area("990001", "试验区", "\"population\":5000", 0.0, 0.0, 0.3, 0.1)
        + more
        + "]}";
  }

  private static String area(
      String code, String name, String more, double w, double s, double e, double n) {
    return String.format(
        java.util.Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\",%s},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
        code,
        name,
        more,
        111 + w,
        29 + s,
        111 + e,
        29 + s,
        111 + e,
        29 + n,
        111 + w,
        29 + n,
        111 + w,
        29 + s);
  }

  @Test
  void children_may_stand_before_their_parents_in_the_file() {
    ImportReport report = desk.geojson(town("甲街道", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(desk.areas()).extracting(Area::name).containsExactly("试验区", "甲街道");
  }

  @Test
  void what_postgis_gives_back_is_what_was_imported() {
    try (ImportDesk postgis = new ImportDesk(TestDatabase.POSTGIS)) {
      assertThat(postgis.geojson(town("甲街道", "")).counts().added()).isEqualTo(2);
      assertThat(postgis.geojson(town("甲街道", "")).counts().unchanged()).isEqualTo(2);
    }
  }

  @Test
  void what_differs_from_the_record_is_refused_unless_replacing_is_asked_for() {
    desk.geojson(town("甲街道", ""));
    ImportReport again = desk.geojson(town("乙街道", ""));
    assertThat(again.refusals()).extracting(AreaFinding::problem).containsExactly("code-taken");
    assertThat(again.counts().unchanged()).isEqualTo(1);

    desk.policy = REPLACE;
    ImportReport replaced = desk.geojson(town("乙街道", ""));
    assertThat(replaced.counts().changed()).isEqualTo(1);
    Area street = desk.areas().get(1);
    assertThat(street.name()).isEqualTo("乙街道");
    assertThat(street.version()).isEqualTo(2);
  }

  @Test
  void what_a_file_does_not_say_stays_as_it_was() {
    desk.geojson(town("甲街道", ""));
    desk.policy = REPLACE;
    ImportReport report =
        desk.geojson(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + area("990001", "新名区", "\"households\":7", 0.0, 0.0, 0.3, 0.1)
                + "]}");
    assertThat(report.counts().changed()).isEqualTo(1);
    Area district = desk.areas().get(0);
    assertThat(district.name()).isEqualTo("新名区");
    assertThat(district.households()).isEqualTo(7);
    assertThat(district.population()).isEqualTo(5000);
  }

  @Test
  void an_area_beyond_its_parent_and_gaps_below_it_are_told_with_their_size() {
    String second = "," + area("990001002", "乙街道", "\"parent\":\"990001\"", 0.2, 0.0, 0.4, 0.1);
    CoverageReport streets = desk.geojson(town("甲街道", second)).coverageOf(Level.STREET);
    assertThat(streets.count(Kind.OUTSIDE_PARENT)).isEqualTo(1);
    assertThat(streets.count(Kind.GAP)).isEqualTo(1);
    assertThat(streets.count(Kind.OVERLAP)).isZero();
    // 0.1° × 0.1° at 29° N is about 9.74 km × 11.08 km.
    assertThat(streets.flaws())
        .allSatisfy(flaw -> assertThat(flaw.squareMeters()).isBetween(107.0e6, 109.0e6));
  }

  @Test
  void overlaps_with_what_is_already_there_are_told_too() {
    desk.geojson(town("甲街道", ""));
    ImportReport report =
        desk.geojson(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + area("990001002", "乙街道", "\"parent\":\"990001\"", 0.09, 0.0, 0.3, 0.1)
                + "]}");
    CoverageReport streets = report.coverageOf(Level.STREET);
    assertThat(streets.count(Kind.OVERLAP)).isEqualTo(1);
    assertThat(streets.flaws().get(0).codes()).containsExactly("990001002", "990001001");
    assertThat(streets.count(Kind.GAP)).isZero();
  }

  @Test
  void a_centre_outside_the_outline_is_told_with_its_distance() {
    String rows =
        """
        990001000000,990000000000,试验区,county,3,990001,,,,f,f,f,111.2,29.05,,,,,,
        990001001000,990001000000,甲街道,town,4,990001,,,,f,f,f,111.4,29.05,,,,,,
        990001001001,990001001000,甲社区,village,5,990001,,,,f,f,f,,,,,,,,
        """;
    String outline =
        "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[111.0,29.0],[111.3,29.0],[111.3,29.1],[111.0,29.1],[111.0,29.0]]]}";
    ImportReport report =
        desk.run(
            "990001.csv",
            new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
            Optional.of(
                new ImportSource(
                    "990001.fence.json",
                    new ByteArrayInputStream(outline.getBytes(StandardCharsets.UTF_8)))));
    assertThat(report.warnings())
        .extracting(AreaFinding::problem)
        .containsExactly("anchor-outside");
    AreaFinding warning = report.warnings().get(0);
    assertThat(warning.areaCode()).contains("990001001");
    assertThat((Long) warning.details().getOrDefault("distanceMeters", 0L))
        .isBetween(9_700L, 9_800L);
    assertThat(report.withoutPoint())
        .extracting(ImportReport.Unplaced::code)
        .containsExactly("990001001001");
  }

  @Test
  void one_event_tells_of_the_whole_import() {
    desk.geojson(town("甲街道", ""));
    try (Sequencer sequencer = new Sequencer(desk.database, number -> {})) {
      sequencer.start();
      List<NumberedEvent> events = List.of();
      long deadline = System.nanoTime() + 5_000_000_000L;
      while (events.isEmpty() && System.nanoTime() < deadline) {
        events = new JdbcEventLog(desk.database).after(Caller.upkeep(), 0, 10);
      }
      assertThat(events).extracting(NumberedEvent::type).containsExactly("grid-areas-loaded");
      assertThat(events.get(0).facts()).containsEntry("added", 2);
    }
  }

  @Test
  void numbers_below_a_parent_run_out_at_999() {
    desk.geojson(
        town(
            "甲街道",
            "," + area("990001001001", "甲社区", "\"parent\":\"990001001\"", 0.0, 0.0, 0.1, 0.1)));
    desk.level = Level.GRID;
    desk.numbering = new AreaNumbering.Below("990001001001", 998);
    desk.namePattern = "{code} · {record}";
    String grids =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + area("", "", "\"x\":1", 0.06, 0.0, 0.09, 0.1)
            + ","
            + area("", "", "\"x\":1", 0.03, 0.0, 0.06, 0.1)
            + ","
            + area("", "", "\"x\":1", 0.00, 0.0, 0.03, 0.1)
            + "]}";
    ImportReport report = desk.geojson(grids);
    assertThat(report.refusals())
        .extracting(AreaFinding::problem)
        .containsExactly("numbers-exhausted");
    assertThat(report.refusals().get(0).place().record()).isEqualTo(1);
    assertThat(desk.areas())
        .filteredOn(area -> area.level() == Level.GRID)
        .extracting(Area::name)
        .containsExactly("990001001001998 · 3", "990001001001999 · 2");
  }

  @Test
  void whoever_may_not_draw_areas_may_not_import_them() {
    Caller worker = Caller.of("w", Set.of(Role.WORKER), AreaScope.unlimited(), Purpose.USE);
    AreaImporter importer = new AreaImporter(desk.database, desk.store, ImportLimits.USUAL);
    ImportSource file = new ImportSource("x.geojson", new ByteArrayInputStream(new byte[0]));
    assertThatThrownBy(
            () ->
                importer.run(
                    worker, ImportWords.options(java.util.Map.of()), file, Optional.empty()))
        .isInstanceOf(Forbidden.class);
  }
}
