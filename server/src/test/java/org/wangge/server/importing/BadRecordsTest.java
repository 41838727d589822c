package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.grid.Area;
import org.wangge.grid.AreaFinding;
import org.wangge.server.importing.ImportReport.Outcome;

/** Single records that are broken: each is refused by name and reason, the others load. */
class BadRecordsTest {
  static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[111.6,29.0],[111.7,29.0],[111.7,29.1],[111.6,29.1],[111.6,29.0]]]}";

  private final ImportDesk desk = new ImportDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_name_of_a_megabyte_is_refused() {
    String text =
        collection(feature("'code':'990001','name':'" + "长".repeat(300_000) + "'", SQUARE));
    assertThat(onlyRefusal(desk.geojson(text)).problem()).isEqualTo("name-length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'name':'a\\u0000'", "'name':'a\\ud800'", "'name':'a','kind':'\\udc00'"})
  void a_text_that_no_database_can_keep_is_refused_with_its_record(String property) {
    ImportReport report = desk.geojson(collection(feature("'code':'990001'," + property, SQUARE)));
    assertThat(onlyRefusal(report).problem()).isEqualTo("text-unsound");
    assertThat(onlyRefusal(report).areaName().orElse("")).doesNotContain("\u0000", "\ud800");
    assertThat(desk.areas()).isEmpty();
  }

  @Test
  void of_two_areas_with_one_code_the_first_loads() {
    String text =
        collection(
            feature("'code':'990001','name':'甲区'", SQUARE),
            feature("'code':'990001','name':'乙区'", SQUARE));
    ImportReport report = desk.geojson(text);
    assertThat(onlyRefusal(report).problem()).isEqualTo("code-duplicate");
    assertThat(desk.areas()).extracting(Area::name).containsExactly("甲区");
  }

  @Test
  void a_cycle_of_parents_is_told_with_its_codes_and_what_hangs_from_it_is_refused_too() {
    String text =
        collection(
            feature("'code':'990001001','name':'甲','parent':'990001002'", SQUARE),
            feature("'code':'990001002','name':'乙','parent':'990001003'", SQUARE),
            feature("'code':'990001003','name':'丙','parent':'990001001'", SQUARE),
            feature("'code':'990001003001','name':'丁','parent':'990001003'", SQUARE));
    ImportReport report = desk.geojson(text);
    assertThat(report.refusals())
        .extracting(AreaFinding::problem)
        .containsExactly("parent-cycle", "parent-cycle", "parent-cycle", "parent-refused");
    assertThat(String.valueOf(report.refusals().get(0).details().get("cycle")))
        .isEqualTo("990001001 → 990001002 → 990001003 → 990001001");
    assertThat(desk.areas()).isEmpty();
  }

  @Test
  void rows_of_a_table_are_refused_one_by_one() {
    String good = "990001000000,990000000000,试验区,county,3,990001,,,,f,f,f,111.68,29.05,,,,,,";
    String text =
        String.join(
            "\n",
            good,
            "990001001000,990001000000,短行,town,4",
            "990001001999,990001000000,多余的数字,town,4,990001,,,,f,f,f,,,,,,,,",
            "99000100200X,990001000000,字母,town,4,990001,,,,f,f,f,,,,,,,,",
            "990001003000,990001000000,级别,village,4,990001,,,,f,f,f,,,,,,,,",
            "990001004000,990001000000,\"引,号\",town,4,990001,,,,f,f,f,abc,29,,,,,,",
            "990001005000,990001000000,海里,town,4,990001,,,,f,f,f,0,0,,,,,,",
            "");
    desk.crs = null;
    ImportReport report =
        desk.run(
            "990001.csv",
            new ByteArrayInputStream(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)),
            Optional.empty());
    assertThat(report.origin().format()).isEqualTo("vonng-adcode");
    assertThat(report.refusals())
        .extracting(AreaFinding::problem)
        .containsExactly(
            "csv-columns",
            "code-padding",
            "code-not-12-digits",
            "rank-unknown",
            "coordinate-out-of-range");
    assertThat(report.refusals())
        .extracting(finding -> finding.place().line())
        .containsExactly(2L, 3L, 4L, 5L, 7L);
    assertThat(report.warnings())
        .extracting(AreaFinding::problem)
        .containsExactly("point-unreadable");
    assertThat(desk.areas()).extracting(Area::name).containsExactly("试验区", "引,号");
  }

  @Test
  void strict_refuses_all_for_one() {
    desk.policy = new ImportOptions.Policy(false, true, false, null, "trial");
    String text =
        collection(
            feature("'code':'990001','name':'甲区'", SQUARE),
            feature("'code':'990002','name':'乙区'", "null"));
    assertThat(desk.geojson(text).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(desk.areas()).isEmpty();
  }

  @Test
  void a_check_loads_nothing_and_reports_the_same() {
    String text =
        collection(
            feature("'code':'990001','name':'甲区'", SQUARE),
            feature("'code':'990002','name':'乙区'", "null"));
    desk.policy = new ImportOptions.Policy(true, false, false, null, "trial");
    ImportReport checked = desk.geojson(text);
    assertThat(checked.outcome()).isEqualTo(Outcome.CHECKED);
    assertThat(desk.areas()).isEmpty();
    desk.policy = ImportOptions.Policy.usual();
    ImportReport loaded = desk.geojson(text);
    assertThat(loaded.counts()).isEqualTo(checked.counts());
    assertThat(loaded.refusals()).isEqualTo(checked.refusals());
  }

  static AreaFinding onlyRefusal(ImportReport report) {
    assertThat(report.refusals()).hasSize(1);
    return report.refusals().get(0);
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":["
        + String.join(",\n", List.of(features))
        + "]}";
  }

  static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties.replace('\'', '"')
        + "},\"geometry\":"
        + geometry
        + "}";
  }
}
