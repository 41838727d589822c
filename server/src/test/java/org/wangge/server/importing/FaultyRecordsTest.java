package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.importing.BadRecordsTest.SQUARE;
import static org.wangge.server.importing.BadRecordsTest.collection;
import static org.wangge.server.importing.BadRecordsTest.feature;
import static org.wangge.server.importing.BadRecordsTest.onlyRefusal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.grid.AreaFinding;
import org.wangge.server.importing.ImportReport.Outcome;

/** Every way a record can be faulty, each looked at among good ones. */
class FaultyRecordsTest {
  /** Never written to: opening a database for each line of a table takes long. */
  private static final ImportDesk DESK = new ImportDesk();

  static {
    DESK.policy = new ImportOptions.Policy(true, false, false, null, "trial");
  }

  @AfterAll
  static void close() {
    DESK.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ring-self-crossing|{'type':'Polygon','coordinates':[[[111,29],[112,30],[112,29],[111,30],[111,29]]]}",
        "axes-swapped|{'type':'Polygon','coordinates':[[[29.0,111.6],[29.1,111.6],[29.1,111.7],[29.0,111.6]]]}",
        "axes-swapped|{'type':'Polygon','coordinates':[[[43.0,87.6],[43.1,87.6],[43.1,87.7],[43.0,87.6]]]}",
        "coordinate-not-a-number|{'type':'Polygon','coordinates':[[[NaN,29],[112,30],[112,29],[111,29]]]}",
        "coordinate-not-a-number|{'type':'Polygon','coordinates':[[[111,1e999],[112,30],[112,29],[111,29]]]}",
        "coordinate-not-a-number|{'type':'Polygon','coordinates':[[['111',29],[112,30],[112,29],[111,29]]]}",
        "coordinate-not-a-number|{'type':'Polygon','coordinates':[[[null,null],[112,30],[112,29],[111,29]]]}",
        "coordinate-out-of-range|{'type':'Polygon','coordinates':[[[411,29],[412,30],[412,29],[411,29]]]}",
        "extent-too-large|{'type':'Polygon','coordinates':[[[60,29],[112,30],[112,29],[60,29]]]}",
        "ring-unclosed|{'type':'Polygon','coordinates':[[[111,29],[112,29],[112,30],[111,30]]]}",
        "ring-too-few-points|{'type':'Polygon','coordinates':[[[111,29],[112,29],[111,29]]]}",
        "area-zero|{'type':'Polygon','coordinates':[[[111,29],[112,29],[113,29],[111,29]]]}",
        "coordinates-shape|{'type':'Polygon','coordinates':[[111,29],[112,29],[112,30],[111,29]]}",
        "coordinates-shape|{'type':'MultiPolygon','coordinates':[[[111,29],[112,29],[112,30],[111,29]]]}",
        "coordinates-shape|{'type':'Polygon','coordinates':[[[[[111,29]]]]]}",
        "coordinates-shape|{'type':'Polygon','coordinates':[[[111],[112],[113],[111]]]}",
        "coordinates-shape|{'type':'Polygon','coordinates':'x'}",
        "coordinates-shape|{'type':'Polygon'}",
        "outline-empty|{'type':'Polygon','coordinates':[]}",
        "outline-empty|{'type':'MultiPolygon','coordinates':[]}",
        "geometry-type|{'type':'Point','coordinates':[111,29]}",
        "geometry-type|{'type':'LineString','coordinates':[[111,29],[112,29]]}",
        "geometry-type|{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]}]}",
        "geometry-type|{'coordinates':[[[111,29],[112,29],[112,30],[111,29]]]}",
        "geometry-missing|null",
        "geometry-missing|true",
      })
  void a_faulty_outline_is_refused_by_name_and_the_others_are_taken(String code, String geometry) {
    String text =
        collection(
            feature("'code':'990001','name':'甲区'", SQUARE),
            feature("'code':'990002','name':'乙区'", geometry.replace('\'', '"')),
            feature("'code':'990003','name':'丙区'", SQUARE));
    ImportReport report = DESK.geojson(text);
    assertThat(report.outcome()).isEqualTo(Outcome.CHECKED);
    AreaFinding refusal = onlyRefusal(report);
    assertThat(refusal.problem()).isEqualTo(code);
    assertThat(refusal.areaName()).contains("乙区");
    assertThat(refusal.areaCode()).contains("990002");
    assertThat(refusal.place().record()).isEqualTo(2);
    assertThat(report.counts().accepted()).isEqualTo(2);
    assertThat(ImportTexts.of("en").problem(code, "mend", refusal.details())).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code-length|'code':'99000','name':'甲','level':'district'",
        "code-length|'code':'99000A','name':'甲','level':'district'",
        "level-missing|'code':'99000','name':'甲'",
        "level-unknown|'code':'990002','name':'甲','level':'planet'",
        "code-missing|'name':'甲','level':'district'",
        "name-missing|'code':'990002'",
        "kind-unknown|'code':'990002','name':'甲','kind':'round'",
        "count-unreadable|'code':'990002','name':'甲','households':-3",
        "count-unreadable|'code':'990002','name':'甲','households':'many'",
        "count-unreadable|'code':'990002','name':'甲','population':1e99",
        "parent-missing|'code':'990001001','name':'甲'",
        "parent-unknown|'code':'990001001','name':'甲','parent':'880001'",
        "parent-level|'code':'990001001','name':'甲','parent':'990001002'",
        "parent-not-wanted|'code':'990002','name':'甲','parent':'990001'",
      })
  void a_faulty_property_is_refused_and_the_others_are_taken(String code, String properties) {
    String text =
        collection(
            feature("'code':'990001','name':'试验区'", SQUARE),
            feature("'code':'990001002','name':'试验街道','parent':990001", SQUARE),
            feature(properties, SQUARE));
    ImportReport report = DESK.geojson(text);
    assertThat(onlyRefusal(report).problem()).isEqualTo(code);
    assertThat(onlyRefusal(report).place().record()).isEqualTo(3);
    assertThat(report.counts().accepted()).isEqualTo(2);
  }
}
