package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.wangge.server.PackagedProgram;
import org.wangge.server.RunningServer;
import picocli.CommandLine;

class BenchCommandTest {
  private static final Bench.Start READY =
      new Bench.Start(RunningServer::layTown, PackagedProgram.SHORT_LIVED);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void exactness_finds_no_point_on_which_the_index_is_wrong() throws IOException {
    assertThat(run("exactness", "--quick", "--json")).isZero();
    JsonNode line = lastLine();
    assertThat(line.path("bench").asText()).isEqualTo("exactness");
    assertThat(line.path("equalAnswers").asBoolean()).isTrue();
    for (String kind : new String[] {"anywhere", "vertices", "edges"}) {
      assertThat(line.path("figures").path(kind + "_points").asInt()).isGreaterThan(1000);
      assertThat(line.path("figures").path(kind + "_disagreeing").asInt(-1)).isZero();
    }
  }

  @Test
  void lookup_compares_answers_and_gives_the_ratios_scripts_look_for() throws IOException {
    assertThat(run("lookup", "--quick", "--json", "--seed", "7")).isZero();
    JsonNode line = lastLine();
    assertThat(line.path("equalAnswers").asBoolean()).isTrue();
    assertThat(line.path("machine").asText()).contains("Java");
    for (String ratio : new String[] {"uniform", "patrol", "100k"}) {
      assertThat(line.path("ratios").path("vs_best_jts_" + ratio).asDouble()).isPositive();
    }
    assertThat(line.path("figures")).hasSize(4 * 5);
  }

  @Test
  void coverage_names_a_camera_if_and_only_if_its_depth_buffer_shows_the_place()
      throws IOException {
    assertThat(run("coverage", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("picture_places").asInt()).isEqualTo(2_000);
    assertThat(figures.path("picture_shown").asInt()).isBetween(200, 1_800);
    assertThat(figures.path("picture_different").asInt(-1)).isZero();
    assertThat(figures.path("oracle_different").asInt(-1)).isZero();
    assertThat(lastLine().path("ratios").path("vs_best_jts").asDouble()).isPositive();
  }

  @Test
  void plan_redraws_at_random_and_no_check_finds_a_seam() throws IOException {
    assertThat(run("plan", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode line = lastLine();
    assertThat(line.path("figures").path("edits").asInt()).isEqualTo(600);
    assertThat(line.path("ratios").path("edit_vs_full_validation").asDouble()).isPositive();
  }

  @Test
  void clocks_are_due_when_counting_minute_by_minute_says_so() throws IOException {
    assertThat(run("clocks", "--quick", "--json")).as(out.toString()).isZero();
    assertThat(lastLine().path("figures").path("clocks").asInt()).isEqualTo(20_000);
  }

  @Test
  void every_acknowledged_report_is_there_once_though_the_program_was_killed() throws IOException {
    assertThat(run("intake", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("lost").asInt(-1)).isZero();
    assertThat(figures.path("doubled").asInt(-1)).isZero();
    assertThat(figures.path("reported_within_the_run").asInt()).isEqualTo(80);
  }

  @Test
  void walks_come_back_as_they_were_sent_by_every_protocol_at_every_speed() throws IOException {
    assertThat(run("replay-tracks", "--quick", "--json")).as(out.toString()).isZero();
    assumeFalse(out.toString().contains("skipped"), "the data are not beside the project");
    JsonNode figures = lastLine().path("figures");
    for (String way : new String[] {"osmand", "owntracks", "packed", "gpx", "mqtt"}) {
      if (way.equals("mqtt") && !LocalBroker.isInstalled()) {
        continue;
      }
      for (String speed : new String[] {"1x", "100x", "max"}) {
        String run = speed + "_" + way;
        assertThat(figures.path(run + "_fixes").asInt()).as(run).isPositive();
        assertThat(figures.path(run + "_differing").asInt(-1)).as(run).isZero();
      }
    }
  }

  @Test
  void what_a_city_was_told_comes_back_as_it_was_sent() throws IOException {
    assertThat(run("replay", "--quick", "--json")).as(out.toString()).isZero();
    assumeFalse(out.toString().contains("skipped"), "the data are not beside the project");
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("taken").asInt()).isEqualTo(1_000);
    assertThat(figures.path("otherwise_than_sent").asInt(-1)).isZero();
    assertThat(figures.path("in_no_grid")).isEqualTo(figures.path("at_0_0"));
    assertThat(figures.path("queued_without_a_place").asInt()).isPositive();
  }

  @Test
  void every_position_that_was_acknowledged_is_on_record_where_it_was_sent_from()
      throws IOException {
    assertThat(run("positions", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("lost").asInt(-1)).isZero();
    assertThat(figures.path("elsewhere").asInt(-1)).isZero();
    assertThat(figures.path("told_positions").asInt()).isPositive();
    assertThat(figures.path("osmand_messages_per_second").asDouble()).isPositive();
    assertThat(figures.path("owntracks_messages_per_second").asDouble()).isPositive();
  }

  @Test
  void soak_lets_the_town_live_without_an_error() throws IOException {
    assertThat(run("soak", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("errors").asInt(-1)).isZero();
    assertThat(figures.path("heap_last_third_mb").asDouble()).isPositive();
  }

  @Test
  void the_wall_shows_what_plain_set_data_shows_with_less_work() throws IOException {
    assertThat(run("wall", "--quick", "--json")).as(out.toString()).isZero();
    assumeFalse(out.toString().contains("skipped"), "Chromium is not installed here");
    JsonNode line = lastLine();
    assertThat(line.path("figures").path("people_shown").asInt()).isEqualTo(100);
    assertThat(line.path("figures").path("incidents_shown").asInt()).isEqualTo(50);
    assertThat(line.path("ratios").path("vs_plain_set_data").asDouble()).isGreaterThan(1);
  }

  @Test
  void the_live_bench_tells_every_reader_everything() throws Exception {
    assertThat(run("live", "--quick", "--json")).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("\"readers_5_events_20_p99_ms\":", "\"fsyncs_per_second\":");
  }

  @Test
  void readers_that_are_cut_miss_nothing_and_are_told_nothing_twice() throws Exception {
    assertThat(run("cuts", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode figures = lastLine().path("figures");
    assertThat(figures.path("cuts").asInt()).isGreaterThanOrEqualTo(40);
    assertThat(figures.path("events_to_tell").asInt()).isPositive();
    for (String none : new String[] {"missed", "doubled", "chain_breaks"}) {
      assertThat(figures.path(none).asInt(-1)).as(none).isZero();
    }
  }

  @Test
  void readers_of_positions_know_at_the_end_what_the_server_answers() throws Exception {
    assertThat(run("fanout", "--quick", "--json")).as(out.toString()).isZero();
    JsonNode line = lastLine();
    assertThat(line.path("ratios").path("bytes_vs_json").asDouble()).isGreaterThan(10);
    assertThat(line.path("figures").path("one_in_ten_slow_frames_a_second").asDouble())
        .isPositive();
  }

  @Test
  void addresses_are_found_in_every_way_they_are_typed_and_timed() throws IOException {
    assertThat(run("addresses", "--quick", "--json")).isZero();
    JsonNode figures = lastLine().path("figures");
    for (String way : new String[] {"all", "exact", "begun", "pinyin", "initials", "slip"}) {
      assertThat(figures.path(way + "_p95_ms").asDouble()).as(way).isPositive();
      assertThat(figures.path(way + "_found").asDouble()).as(way).isPositive();
    }
    assertThat(figures.path("exact_found").asDouble()).isEqualTo(1);
  }

  @Test
  void without_json_only_the_table_is_printed() {
    assertThat(run("exactness", "--quick")).isZero();
    assertThat(out.toString()).contains("disagreeing").doesNotContain("{");
  }

  @Test
  void an_unknown_name_is_refused_with_the_names_there_are() {
    assertThat(run("speed")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("'speed'").contains("exactness").contains("lookup");
  }

  private int run(String... arguments) {
    int code =
        new CommandLine(new BenchCommand(READY))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    assertThat(code).as("%s%n%s", out, err).isNotEqualTo(CommandLine.ExitCode.SOFTWARE);
    return code;
  }

  private JsonNode lastLine() throws IOException {
    return new ObjectMapper().readTree(out.toString().lines().reduce("", (one, next) -> next));
  }
}
