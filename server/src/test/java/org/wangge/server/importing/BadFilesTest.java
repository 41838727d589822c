package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.Level;
import org.wangge.server.importing.ImportReport.Outcome;

/** Files that are broken as a whole: each is answered with a code, a place and a mend. */
class BadFilesTest {
  private static final String GOOD =
      """
      {"type":"Feature","properties":{"code":"990001","name":"试验区"},"geometry":
       {"type":"Polygon","coordinates":[[[111.6,29.0],[111.7,29.0],[111.7,29.1],[111.6,29.0]]]}}
      """;

  private final ImportDesk desk = new ImportDesk();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  @AfterEach
  void nothing_is_loaded_and_no_stack_trace_is_logged() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    assertThat(desk.areas()).isEmpty();
    assertThat(log.list).filteredOn(event -> event.getThrowableProxy() != null).isEmpty();
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json-truncated|{\"type\":\"FeatureCollection\",\"features\":[",
        "json-truncated|{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea",
        "json-malformed|{\"type\":\"FeatureCollection\",\"features\":[}",
        "json-malformed|{type:1}",
        "json-malformed|{'type':'FeatureCollection'}",
        "json-malformed|{\"type\":\"Feature\",\"x\":0x10}",
        "json-not-geojson|[[1,2],[3,4]]",
        "json-not-geojson|42",
        "json-not-geojson|{\"type\":\"Topology\"}",
        "json-not-geojson|{\"features\":[]}",
        "json-not-geojson|{\"type\":\"FeatureCollection\",\"features\":{}}",
        "json-trailing|{\"type\":\"FeatureCollection\",\"features\":[]} {}",
        "json-malformed|not json at all",
      })
  void text_that_is_no_geojson_stops_the_import(String code, String text) {
    desk.format = "geojson";
    assertStopped(desk.geojson(text), code);
  }

  @Test
  void an_empty_file_is_truncated() {
    desk.format = "geojson";
    assertStopped(desk.geojson(""), "json-truncated");
  }

  @Test
  void an_error_after_good_features_leaves_nothing_of_them() {
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":[" + GOOD + "," + GOOD + ",{\"a\":]}";
    ImportReport report = desk.geojson(text);
    assertStopped(report, "json-malformed");
    assertThat(report.counts().read()).isEqualTo(2);
    assertThat(stop(report).place().byteOffset()).isGreaterThan(2L * GOOD.length());
    assertThat(stop(report).place().record()).isEqualTo(3);
    assertThat(stop(report).place().line()).isEqualTo(5);
  }

  @Test
  @Timeout(60)
  void fifty_megabytes_of_nested_arrays_stop_at_the_limit_of_depth() {
    desk.format = "geojson";
    assertStopped(stream("{\"type\":\"Feature\",\"x\":", "[", 50 << 20), "json-too-deep");
    assertStopped(stream("{\"type\":\"Polygon\",\"coordinates\":", "[", 50 << 20), "json-too-deep");
    assertStopped(stream("", "[", 50 << 20), "json-not-geojson");
  }

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(strings = {"[1,2],", "[[[]]],", "{},", "\"x\",", "1e9,", "[[[[[[]]]]]],"})
  void fifty_megabytes_of_junk_for_coordinates_take_bounded_memory_and_time(String junk) {
    desk.format = "geojson";
    ImportReport report = stream("{\"type\":\"Polygon\",\"coordinates\":[[", junk, 50 << 20);
    assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(stop(report).problem()).isIn("json-truncated", "too-many-vertices");
  }

  @Test
  @Timeout(60)
  void fifty_megabytes_of_random_letters_are_not_json() {
    desk.format = "geojson";
    assertStopped(stream("", "qwertyuiop ", 50 << 20), "json-malformed");
    assertStopped(
        stream("{\"type\":\"Feature\",\"properties\":{\"name\":\"", "长", 50 << 20),
        "json-value-too-long");
    assertStopped(stream("{\"", "k", 50 << 20), "json-value-too-long");
    assertStopped(
        stream("{\"type\":\"Point\",\"coordinates\":[", "9", 50 << 20), "json-value-too-long");
  }

  @Test
  void a_file_over_the_limit_of_bytes_stops_there() {
    desk.limits = new ImportLimits(10_000, 100, 1_000, 100, 64, 1000);
    ImportReport report = stream("{\"type\":\"Feature\",\"x\":[", "1,", 50 << 20);
    assertStopped(report, "file-too-large");
    assertThat(stop(report).place().byteOffset()).isEqualTo(10_000);
  }

  @Test
  void a_feature_too_many_stops_the_import() {
    desk.limits = new ImportLimits(1 << 20, 3, 1_000, 100, 64, 1000);
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + String.join(",", Collections.nCopies(4, GOOD))
            + "]}";
    assertStopped(desk.geojson(text), "too-many-records");
  }

  @Test
  void text_in_gbk_is_told_to_be_not_utf8() {
    byte[] gbk = GOOD.getBytes(Charset.forName("GBK"));
    ImportReport report = desk.run("gbk.geojson", new ByteArrayInputStream(gbk), Optional.empty());
    assertStopped(report, "text-not-utf8");
  }

  @ParameterizedTest
  @CsvSource({"EPSG:9999", "urn:ogc:def:crs:EPSG::4490", "'; drop table'", "WGS84"})
  void an_unknown_crs_stops_the_import(String crs) {
    desk.crs = crs;
    assertStopped(desk.geojson(GOOD), "crs-unknown");
  }

  @Test
  void geojson_without_a_crs_is_not_guessed() {
    desk.crs = null;
    ImportReport report = desk.geojson(GOOD);
    assertStopped(report, "crs-missing");
    assertThat(report.origin().crsUsual()).isFalse();
  }

  @Test
  void a_crs_in_the_file_that_disagrees_stops_the_import() {
    String other =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4547\"}}";
    String features = "\"type\":\"FeatureCollection\",\"features\":[" + GOOD + "]";
    assertStopped(desk.geojson("{" + other + "," + features + "}"), "crs-disagrees");
    assertStopped(desk.geojson("{" + features + "," + other + "}"), "crs-disagrees");
  }

  @Test
  void an_unknown_format_or_partition_stops_the_import() {
    desk.format = "shapefile";
    assertStopped(desk.geojson(GOOD), "format-unknown");
    desk.format = null;
    ImportReport report =
        desk.run("areas.xls", new ByteArrayInputStream(new byte[] {1, 2, 3}), Optional.empty());
    assertStopped(report, "format-unrecognized");
    desk.partition = "police-beats";
    desk.level = Level.OVERLAY;
    assertStopped(desk.geojson(GOOD), "partition-unknown");
  }

  @Test
  void a_stream_that_breaks_is_told_and_leaves_nothing() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(
                ("{\"type\":\"FeatureCollection\",\"features\":[" + GOOD + ",")
                    .getBytes(StandardCharsets.UTF_8)),
            new FailingStream());
    assertStopped(desk.run("x.geojson", broken, Optional.empty()), "file-unreadable");
  }

  private ImportReport stream(String head, String repeated, int bytes) {
    long start = System.nanoTime();
    ImportReport report =
        desk.run("big.geojson", new RepeatingStream(head, repeated, bytes), Optional.empty());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    return report;
  }

  private static AreaFinding stop(ImportReport report) {
    return report.stop().orElseThrow();
  }

  private static void assertStopped(ImportReport report, String code) {
    assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(stop(report).problem()).isEqualTo(code);
    for (String language : List.of("zh", "en")) {
      ImportTexts texts = ImportTexts.of(language);
      assertThat(texts.problem(code, "mend", stop(report).details())).isNotBlank();
      assertThat(String.join("\n", ImportReportText.of(report, texts))).doesNotContain("{");
    }
  }

  /** A disk that is gone. */
  private static final class FailingStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("disk gone");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return read();
    }
  }
}
