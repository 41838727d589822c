package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.grid.Area;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CoverageFlaw.Kind;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.Level;
import org.wangge.server.importing.ImportReport.Outcome;

/** The public registers and outlines that are at hand, loaded as they are. */
class RealFilesTest {
  private static final String COMPOUNDS = "boundaries/derived-beijing-compounds-wgs84.geojson";
  private final ImportDesk desk = new ImportDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"430702,19,168,124,404", "430104,18,153,105,545", "430524,24,574,248,2861"})
  void a_county_loads_with_its_streets_communities_and_outline(
      String county, int streets, int communities, int withoutPoint, int squareKilometers) {
    ImportReport report = county(county);
    assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(report.origin().format()).isEqualTo("vonng-adcode");
    assertThat(report.origin().crs()).isEqualTo("GCJ-02");
    assertThat(report.origin().crsUsual()).isTrue();
    assertThat(report.levels())
        .isEqualTo(Map.of(Level.DISTRICT, 1, Level.STREET, streets, Level.COMMUNITY, communities));
    assertThat(report.refusals()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.withoutPoint()).hasSize(withoutPoint);
    assertThat(report.coverageOf(Level.DISTRICT).squareMeters() / 1e6)
        .isCloseTo(squareKilometers, within(1.0));

    List<Area> areas = desk.areas();
    assertThat(areas).hasSize(1 + streets + communities);
    assertThat(areas.get(0).code()).isEqualTo(county);
    assertThat(areas.get(0).shape()).isPresent();
    assertThat(areas).allSatisfy(RealFilesTest::hangsFromItsCode);
  }

  private static void hangsFromItsCode(Area area) {
    assertThat(area.parentCode())
        .isEqualTo(
            area.level() == Level.DISTRICT
                ? Optional.empty()
                : Optional.of(area.code().substring(0, area.code().length() - 3)));
  }

  @Test
  void a_county_loaded_again_changes_nothing() {
    county("430702");
    ImportReport again = county("430702");
    assertThat(again.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(again.counts().unchanged()).isEqualTo(188);
    assertThat(again.counts().added()).isZero();
    assertThat(desk.areas()).allSatisfy(area -> assertThat(area.version()).isEqualTo(1));
  }

  @Test
  void the_centre_of_wuling_is_moved_out_of_gcj02() {
    county("430702");
    Area wuling = desk.areas().get(0);
    // The register says 111.683153, 29.055163; GCJ-02 is off by about 500 m there.
    assertThat(wuling.anchor().orElseThrow().lonDegrees()).isBetween(111.6770, 111.6785);
    assertThat(wuling.anchor().orElseThrow().latDegrees()).isBetween(29.0580, 29.0592);
  }

  @Test
  void the_seven_invalid_compounds_are_refused_and_overlaps_and_gaps_of_the_others_told() {
    ImportReport report = compounds();
    assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(report.counts().read()).isEqualTo(3495);
    assertThat(report.counts().accepted()).isEqualTo(3488);
    assertThat(report.refusals())
        .extracting(finding -> finding.areaName().orElse("?"))
        .containsExactly(
            "Compound 21",
            "Compound 3865",
            "Compound 5919",
            "Compound 5994",
            "Compound 6778",
            "Compound 7327",
            "Compound 8123");
    assertThat(report.refusals())
        .extracting(AreaFinding::problem)
        .containsExactly(
            "ring-self-crossing",
            "ring-self-crossing",
            "ring-touches-itself",
            "ring-self-crossing",
            "ring-self-crossing",
            "ring-self-crossing",
            "ring-self-crossing");
    assertThat(report.refusals())
        .allSatisfy(finding -> assertThat(finding.at()).isPresent())
        .allSatisfy(finding -> assertThat(finding.place().byteOffset()).isPositive());
    assertOverlapsAndGapsAreTold(report.coverageOf(Level.GRID));
  }

  private static void assertOverlapsAndGapsAreTold(CoverageReport grids) {
    assertThat(grids.areas()).isEqualTo(3488);
    assertThat(grids.pieces()).isEqualTo(3462);
    assertThat(grids.count(Kind.OVERLAP)).isEqualTo(26);
    assertThat(grids.count(Kind.GAP)).isEqualTo(1);
    assertThat(grids.count(Kind.NARROW_GAP)).isEqualTo(1174);
    assertThat(grids.complete()).isTrue();
    assertThat(grids.flaws().get(0).kind()).isEqualTo(Kind.OVERLAP);
    assertThat(grids.flaws().get(0).squareMeters()).isCloseTo(63_642, within(1.0));
    assertThat(grids.flaws().get(0).codes()).hasSize(2);
  }

  @Test
  void compounds_get_numbers_from_west_to_east_in_communities_of_999() {
    compounds();
    List<Area> grids = desk.areas().stream().filter(area -> area.level() == Level.GRID).toList();
    assertThat(grids).hasSize(3488);
    assertThat(grids.get(0).code()).isEqualTo("990001001001001");
    assertThat(grids.get(999).code()).isEqualTo("990001001002001");
    for (int i = 1; i < grids.size(); i++) {
      int west = grids.get(i - 1).shape().orElseThrow().labelPoint().lon();
      assertThat(grids.get(i).shape().orElseThrow().labelPoint().lon())
          .isGreaterThanOrEqualTo(west);
    }
  }

  @Test
  void strict_loads_nothing_when_seven_of_3495_are_refused() {
    desk.policy = new ImportOptions.Policy(false, true, false, null, "trial");
    ImportReport report = compounds();
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.refusals()).hasSize(7);
    assertThat(desk.areas()).isEmpty();
  }

  @Test
  @Timeout(120)
  void files_that_broke_other_programs_are_each_answered_with_a_report() throws IOException {
    desk.policy = new ImportOptions.Policy(true, false, false, null, "trial");
    desk.level = Level.GRID;
    desk.numbering = new AreaNumbering.ScratchDistrict("990001");
    desk.namePattern = "{record}";
    List<Path> files;
    try (Stream<Path> all = Files.walk(ImportDesk.realFile("formats"))) {
      files =
          all.filter(path -> path.toString().matches(".*\\.(geojson|json|csv|kml|shp|dbf)"))
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(50);
    for (Path file : files) {
      for (String format : List.of("geojson", "vonng-adcode")) {
        desk.format = format;
        ImportReport report = desk.file(file, Optional.empty());
        assertThat(report.outcome()).isIn(Outcome.CHECKED, Outcome.STOPPED);
        assertThat(ImportReportText.of(report, ImportTexts.of("zh"))).isNotEmpty();
      }
    }
  }

  @Test
  void a_bare_array_of_rings_is_told_to_be_no_geojson() {
    desk.crs = "BD-09";
    ImportReport report =
        desk.file(ImportDesk.realFile("boundaries/mapv-beijing-village.json"), Optional.empty());
    assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(report.stop().orElseThrow().problem()).isEqualTo("json-not-geojson");
  }

  private ImportReport county(String code) {
    desk.crs = null;
    return desk.file(
        ImportDesk.realFile("boundaries/vonng-adcode/" + code + ".csv"),
        Optional.of(ImportDesk.realFile("boundaries/vonng-adcode/" + code + ".fence.json")));
  }

  private ImportReport compounds() {
    desk.level = Level.GRID;
    desk.numbering = new AreaNumbering.ScratchDistrict("990001");
    desk.namePattern = "Compound {src_index}";
    return desk.file(ImportDesk.realFile(COMPOUNDS), Optional.empty());
  }
}
