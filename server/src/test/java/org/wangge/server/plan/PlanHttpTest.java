package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.grid.GridTown;

/** A planner's thread over HTTP: begin, split, undo, publish, and what is answered afterwards. */
class PlanHttpTest {
  private static final String BEGIN =
      "{\"name\":\"中间网格拆分\",\"area\":\"" + GridTown.COMMUNITY + "\"}";

  /** Straight through the middle grid, south to north, a quarter of the way from its west. */
  private static final String WEST_DOWN = "[[111.69,29.02],[111.69,29.04]]";

  private static final String ACROSS = "[[111.6975,29.02],[111.6975,29.04]]";

  private static final String WEST_PART = "/api/grids/at?lon=111.696&lat=29.03";
  private static final String EAST_PART = "/api/grids/at?lon=111.704&lat=29.03";

  private RunningServer server;
  private PlanWalk walk;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = RunningServer.empty(folder);
    GridTown.buildIn(server);
    walk = PlanWalk.on(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_split_shows_both_halves_against_the_rule_and_nothing_is_in_force_yet() {
    String plan = begin();
    Answer answer = split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    JsonNode made = answer.json().at("/made/features");
    assertThat(made).hasSize(2);
    JsonNode west = made.get(0).path("properties");
    JsonNode east = made.get(1).path("properties");
    assertThat(west.path("code").asText()).isEqualTo(GridTown.COMMUNITY + "004");
    assertThat(east.path("code").asText()).isEqualTo(GridTown.COMMUNITY + "005");
    assertThat(west.path("households").asInt() + east.path("households").asInt()).isEqualTo(400);
    assertThat(west.path("estimated").asBoolean()).isTrue();
    assertThat(west.at("/sizeRule/verdict").asText()).isEqualTo("below");
    assertThat(east.at("/sizeRule/verdict").asText()).isEqualTo("within");
    assertThat(answer.json().at("/grids/features")).as("of grids only what is other").hasSize(2);
    assertThat(whole(plan).at("/grids/features")).hasSize(4);
    assertThat(gridAt(WEST_PART)).isEqualTo(GridTown.MIDDLE);
  }

  @Test
  void a_published_split_answers_now_with_the_halves_and_yesterday_with_the_old_grid() {
    String plan = begin();
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    Instant before = Instant.now();
    Answer published = publish(plan, 2);
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    assertThat(published.json().path("state").asText()).isEqualTo("published");
    assertThat(gridAt(WEST_PART)).isEqualTo(GridTown.COMMUNITY + "004");
    assertThat(gridAt(EAST_PART)).isEqualTo(GridTown.COMMUNITY + "005");
    for (String past : List.of("2026-03-01T00:00:00Z", before.toString())) {
      assertThat(gridAt(WEST_PART + "&at=" + past)).isEqualTo(GridTown.MIDDLE);
      assertThat(gridAt(EAST_PART + "&at=" + past)).isEqualTo(GridTown.MIDDLE);
    }
    assertThat(gridAt("/api/grids/at?lon=111.69&lat=29.03")).isEqualTo(GridTown.WEST);
    assertThat(server.get("/api/grids/" + GridTown.MIDDLE).status()).isEqualTo(404);
  }

  @Test
  void lineage_tells_what_became_of_the_old_grid_and_its_code_is_never_given_again() {
    String plan = begin();
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    publish(plan, 2);
    JsonNode lines =
        server.get("/api/grids/" + GridTown.MIDDLE + "/lineage").json().path("lineage");
    assertThat(lines.findValuesAsText("new"))
        .containsExactly(GridTown.COMMUNITY + "004", GridTown.COMMUNITY + "005");
    assertThat(lines.findValuesAsText("old")).containsOnly(GridTown.MIDDLE);
    Answer again =
        server.post(
            server.asOwner("/api/grids"),
            GridTown.feature(GridTown.MIDDLE, "grid", GridTown.COMMUNITY, "null"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("code").asText()).isEqualTo("code-taken");

    String next = begin();
    split(next, 1, GridTown.EAST, "[[111.71,29.02],[111.71,29.04]]", "");
    JsonNode codes = server.getAsOwner("/api/plans/" + next).json().at("/grids/features");
    assertThat(codes.findValuesAsText("code"))
        .contains(GridTown.COMMUNITY + "006", GridTown.COMMUNITY + "007")
        .doesNotContain(GridTown.MIDDLE);
  }

  @Test
  void the_neighbour_gets_the_vertex_where_the_line_ends_and_keeps_its_ground() {
    String plan = begin();
    Answer answer = split(plan, 1, GridTown.MIDDLE, "[[111.69,29.031234567],[111.71,29.031]]", "");
    assertThat(answer.json().at("/counts/altered").asInt()).isEqualTo(2);
    assertThat(whole(plan).path("altered").findValuesAsText("code"))
        .containsExactlyInAnyOrder(GridTown.WEST, GridTown.EAST);
    publish(plan, 2);
    JsonNode west = server.get("/api/grids/" + GridTown.WEST).json();
    assertThat(west.at("/geometry/coordinates/0")).hasSize(6);
    assertThat(west.at("/properties/version").asInt()).isEqualTo(2);
    JsonNode half = server.get("/api/grids/" + GridTown.COMMUNITY + "004").json();
    List<String> shared = new ArrayList<>(points(west));
    shared.retainAll(points(half));
    assertThat(shared).as("three vertices of the border, to the last digit").hasSize(2);
    assertThat(gridAt("/api/grids/at?lon=111.6949&lat=29.0312")).isEqualTo(GridTown.WEST);
  }

  private static List<String> points(JsonNode feature) {
    List<String> points = new ArrayList<>();
    feature.at("/geometry/coordinates/0").forEach(point -> points.add(point.toString()));
    return points.stream().distinct().toList();
  }

  @Test
  void undo_and_redo_walk_the_edits_and_a_new_edit_begins_another_branch() {
    String plan = begin();
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    Answer undone = step(plan, "undo", 2);
    assertThat(undone.json().at("/grids/features").findValuesAsText("code"))
        .as("what comes back; its neighbours keep the vertices they got from it")
        .contains(GridTown.MIDDLE);
    assertThat(undone.json().at("/since/gone")).hasSize(2);
    assertThat(whole(plan).at("/grids/features")).hasSize(3);
    assertThat(undone.json().path("canRedo").asBoolean()).isTrue();
    assertThat(step(plan, "undo", 3).json().path("code").asText()).isEqualTo("nothing-to-undo");
    step(plan, "redo", 3);
    assertThat(whole(plan).at("/grids/features")).hasSize(4);
    step(plan, "undo", 4);
    split(plan, 5, GridTown.WEST, WEST_DOWN, "");
    JsonNode now = whole(plan);
    assertThat(now.path("edits").findValuesAsText("seq")).containsExactly("2");
    assertThat(now.path("canRedo").asBoolean()).isFalse();
    assertThat(step(plan, "redo", 6).json().path("code").asText()).isEqualTo("nothing-to-redo");
  }

  private JsonNode whole(String plan) {
    return server.getAsOwner("/api/plans/" + plan).json();
  }

  @Test
  void the_answers_to_changes_make_of_what_was_seen_the_plan_as_it_is() {
    String plan = begin();
    JsonNode[] seen = {whole(plan)};
    IntSupplier version = () -> seen[0].path("version").asInt();
    String east = "[[111.71,29.02],[111.71,29.04]]";
    List<Supplier<Answer>> changes =
        List.of(
            () -> split(plan, version.getAsInt(), GridTown.MIDDLE, ACROSS, ""),
            () -> split(plan, version.getAsInt(), GridTown.WEST, WEST_DOWN, ""),
            () -> step(plan, "undo", version.getAsInt()),
            () -> step(plan, "redo", version.getAsInt()),
            () -> renumber(plan, version.getAsInt(), GridTown.COMMUNITY),
            () -> step(plan, "undo", version.getAsInt()),
            () -> step(plan, "undo", version.getAsInt()),
            () -> step(plan, "undo", version.getAsInt()),
            () -> split(plan, version.getAsInt(), GridTown.EAST, east, ""));
    for (Supplier<Answer> change : changes) {
      Answer answer = change.get();
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      seen[0] = SeenPlan.after(seen[0], answer.json());
      for (String member : List.of("grids", "edits", "counts", "canUndo", "canRedo")) {
        assertThat(seen[0].path(member)).as(member).isEqualTo(whole(plan).path(member));
      }
    }
  }

  @Test
  void a_half_can_be_split_again_in_the_same_plan() {
    String plan = begin();
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    Answer answer = split(plan, 2, "e1-2", "[[111.69,29.03],[111.71,29.03]]", "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode published = publish(plan, 3).json();
    assertThat(published.path("lineage").findValuesAsText("old")).containsOnly(GridTown.MIDDLE);
    assertThat(published.path("lineage")).hasSize(3);
    assertThat(published.path("retired").findValuesAsText("code")).containsExactly(GridTown.MIDDLE);
  }

  @Test
  void a_renumbered_community_shows_old_and_new_and_old_codes_are_never_used_again() {
    String plan = begin();
    refusedInBoth(plan, renumber(GridTown.COMMUNITY), "renumber-same");
    refusedInBoth(plan, renumber("990101001"), "renumber-no-grids");
    split(plan, 1, GridTown.EAST, "[[111.71,29.02],[111.71,29.04]]", "");
    Answer preview =
        server.post(
            server.asOwner("/api/plans/" + plan + "/edits?preview=true"),
            renumber(GridTown.COMMUNITY));
    assertThat(oldAndNew(preview.json().at("/made/features")))
        .containsExactly("001 004", "002 005");
    assertThat(oldAndNew(preview.json().at("/after/features")))
        .as("what the plan began is numbered on")
        .containsExactly("003 006", "003 007");
    Answer made = renumber(plan, 2, GridTown.COMMUNITY);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(whole(plan).at("/grids/features")).hasSize(4);
    assertThat(step(plan, "undo", 3).json().at("/grids/features").findValuesAsText("code"))
        .contains(GridTown.WEST, GridTown.MIDDLE);
    step(plan, "redo", 4);
    JsonNode published = publish(plan, 5).json();
    assertThat(published.path("retired")).hasSize(3);
    assertThat(published.path("lineage")).as("one line a grid, two for the halves").hasSize(4);
    assertThat(gridAt("/api/grids/at?lon=111.69&lat=29.03")).isEqualTo(GridTown.COMMUNITY + "004");
    assertThat(gridAt("/api/grids/at?lon=111.69&lat=29.03&at=2026-03-01T00:00:00Z"))
        .isEqualTo(GridTown.WEST);
    JsonNode west = server.get("/api/grids/" + GridTown.COMMUNITY + "004").json();
    assertThat(west.at("/properties/scheme").asText()).isEqualTo("gb-grid/2");
    assertThat(west.at("/properties/households").asInt()).isEqualTo(400);
    String last =
        GridTown.feature(
            GridTown.COMMUNITY + "998",
            "grid",
            GridTown.COMMUNITY,
            GridTown.square(111.685, 29.035));
    assertThat(server.post(server.asOwner("/api/grids"), last).status()).isEqualTo(201);
    refusedInBoth(begin(), renumber(GridTown.COMMUNITY), "codes-exhausted");
  }

  private static String renumber(String community) {
    return "{\"kind\":\"renumber\",\"community\":\"" + community + "\"}";
  }

  private Answer renumber(String plan, int version, String community) {
    HttpRequest.Builder request =
        server.asOwner("/api/plans/" + plan + "/edits").header("If-Match", "\"" + version + "\"");
    return server.post(request, renumber(community));
  }

  /** The problems that an edit of a plan as it began is refused with, one a language. */
  private List<JsonNode> refusedInBoth(String plan, String edit, String code) {
    List<JsonNode> problems = new ArrayList<>();
    for (String language : List.of("zh-CN", "en")) {
      Answer answer =
          server.post(
              server
                  .asOwner("/api/plans/" + plan + "/edits")
                  .header("If-Match", "\"1\"")
                  .header("Accept-Language", language),
              edit);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      JsonNode problem = answer.json();
      assertThat(problem.path("code").asText()).isEqualTo(code);
      assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("–", "{");
      problems.add(problem);
    }
    return problems;
  }

  /** The last digits of each grid's old and new code. */
  private static List<String> oldAndNew(JsonNode grids) {
    List<String> numbers = new ArrayList<>();
    for (JsonNode grid : grids) {
      JsonNode properties = grid.path("properties");
      numbers.add(
          properties.path("from").path(0).asText().substring(12)
              + " "
              + properties.path("code").asText().substring(12));
    }
    return numbers;
  }

  @Test
  void of_two_plans_for_the_same_ground_published_at_once_one_wins() {
    String one = begin();
    String other = begin();
    split(one, 1, GridTown.MIDDLE, ACROSS, "");
    split(other, 1, GridTown.MIDDLE, "[[111.69,29.03],[111.71,29.03]]", "");
    walk.approved(one, 2);
    walk.approved(other, 2);
    List<CompletableFuture<Answer>> both =
        List.of(one, other).stream()
            .map(plan -> CompletableFuture.supplyAsync(() -> step(plan, "publish", 4)))
            .toList();
    List<Answer> answers = both.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    Answer lost =
        answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
    assertThat(lost.json().path("code").asText()).isEqualTo("plan-base-stale");
    assertThat(lost.json().path("changed").toString()).contains(GridTown.MIDDLE);
    String loser = answers.get(0).status() == 409 ? one : other;
    JsonNode validation = server.getAsOwner("/api/plans/" + loser + "/validation").json();
    assertThat(validation.path("publishable").asBoolean()).isFalse();
    assertThat(server.getAsOwner("/api/plans/" + loser).json().path("state").asText())
        .isEqualTo("approved");
  }

  @Test
  void a_change_elsewhere_does_not_make_a_plan_stale_but_one_of_the_split_grid_does() {
    String plan = begin();
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    rename(GridTown.EAST);
    assertThat(server.getAsOwner("/api/plans/" + plan).json().path("changedSince")).isEmpty();
    rename(GridTown.MIDDLE);
    assertThat(code(step(plan, "submit", 2))).isEqualTo("plan-base-stale");
  }

  private void rename(String code) {
    Answer answer =
        server.patch(
            server.asOwner("/api/grids/" + code).header("If-Match", "\"1\""),
            "{\"type\":\"Feature\",\"properties\":{\"name\":\"新名\"}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void a_preview_keeps_nothing_and_needs_no_version() {
    String plan = begin();
    Answer preview =
        server.post(
            server.asOwner("/api/plans/" + plan + "/edits?preview=true"),
            edit(GridTown.MIDDLE, ACROSS, ""));
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().at("/made/features")).hasSize(2);
    assertThat(server.getAsOwner("/api/plans/" + plan).header("ETag")).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line-too-short | [[111.69,29.03],[111.69,29.03]]",
        "line-misses-face | [[111.5,29.03],[111.5,29.04]]",
        "line-crosses-itself | [[111.69,29.03],[111.7,29.03],[111.7,29.031],[111.697,29.02]]",
        "line-ends-inside | [[111.69,29.03],[111.7,29.03]]",
        "line-ends-together | [[111.69,29.03],[111.6951,29.03],[111.69,29.030001]]",
        "sliver | [[111.6952,29.0249],[111.6949,29.0252]]",
      })
  void a_line_that_will_not_do_is_refused_with_its_place_in_both_languages(
      String code, String line) {
    String plan = begin();
    for (JsonNode problem : refusedInBoth(plan, edit(GridTown.MIDDLE, line, ""), code)) {
      assertThat(problem.path("field").asText()).isEqualTo("line");
      if (!code.equals("line-too-short")) {
        assertThat(problem.path("lon").asDouble()).isBetween(111.4, 111.8);
        assertThat(problem.path("lat").asDouble()).isBetween(29.0, 29.1);
      }
    }
    assertThat(server.getAsOwner("/api/plans/" + plan).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void what_is_not_there_or_not_allowed_is_refused() {
    String plan = begin();
    assertThat(code(split(plan, 1, "nothing", ACROSS, ""))).isEqualTo("face-unknown");
    assertThat(code(split(plan, 7, GridTown.MIDDLE, ACROSS, ""))).isEqualTo("version-conflict");
    assertThat(code(step(plan, "submit", 1))).isEqualTo("plan-empty");
    assertThat(code(server.getAsOwner("/api/plans/999"))).isEqualTo("plan-unknown");
    assertThat(code(server.getAsOwner("/api/plans/abc"))).isEqualTo("plan-unknown");
    assertThat(
            code(server.post(server.asOwner("/api/plans"), "{\"name\":\"甲\",\"area\":\"990199\"}")))
        .isEqualTo("plan-area-unknown");
    assertThat(server.get("/api/plans").status()).isEqualTo(401);
    assertThat(server.post(server.to("/api/plans"), BEGIN).status()).isEqualTo(401);
    assertThat(server.getAsOwner("/api/plans").json().path("features")).hasSize(1);
    split(plan, 1, GridTown.MIDDLE, ACROSS, "");
    publish(plan, 2);
    assertThat(code(split(plan, 5, GridTown.EAST, ACROSS, ""))).isEqualTo("plan-not-draft");
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }

  private String begin() {
    Answer answer = server.post(server.asOwner("/api/plans"), BEGIN);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    return answer.json().path("id").asText();
  }

  private static String edit(String face, String line, String reason) {
    return "{\"kind\":\"split\",\"face\":\"%s\",\"line\":%s,\"reason\":\"%s\"}"
        .formatted(face, line, reason);
  }

  private Answer split(String plan, int version, String face, String line, String reason) {
    HttpRequest.Builder request =
        server.asOwner("/api/plans/" + plan + "/edits").header("If-Match", "\"" + version + "\"");
    return server.post(request, edit(face, line, reason));
  }

  private Answer step(String plan, String name, int version) {
    return server.post(
        server.asOwner("/api/plans/" + plan + "/" + name).header("If-Match", "\"" + version + "\""),
        "");
  }

  private Answer publish(String plan, int version) {
    return walk.published(plan, version);
  }

  private String gridAt(String path) {
    JsonNode chain = server.get(path).json().path("chain");
    return chain.path(chain.size() - 1).path("code").asText();
  }
}
