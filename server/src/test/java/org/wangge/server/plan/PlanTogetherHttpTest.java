package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.grid.GridTown;

/** Snapshots, comments and locks over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTogetherHttpTest {
  private static final String SPLIT =
      "{\"kind\":\"split\",\"face\":\"%s\",\"line\":[[%s,29.02],[%s,29.04]]}";
  private static final String LOCK = "{\"face\":\"%s\",\"reason\":\"等居委会意见\"}";

  private RunningServer server;
  private String one;
  private String two;
  private String approver;
  private String plan;

  @BeforeAll
  void open(@TempDir Path folder) {
    server = RunningServer.empty(folder);
    GridTown.buildIn(server);
    Cast cast = new Cast(server);
    one = cast.join("planner.one", Role.PLANNER, "");
    two = cast.join("planner.two", Role.PLANNER, "");
    approver = cast.join("ap.prover", Role.APPROVER, "");
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void begin() {
    JsonNode begun =
        send(one, "", 0, "{\"name\":\"甲\",\"area\":\"" + GridTown.COMMUNITY + "\"}").json();
    plan = begun.path("id").asText();
  }

  private HttpRequest.Builder to(String who, String what) {
    String path = plan == null || what.isEmpty() ? "" : "/" + plan + what;
    return server.to("/api/plans" + path).header("Cookie", who);
  }

  private Answer send(String who, String what, int version, String body) {
    return server.post(
        to(who, what).header("Accept-Language", "en").header("If-Match", "\"" + version + "\""),
        body);
  }

  private Answer split(String who, int version, String face, String lon) {
    return send(who, "/edits", version, SPLIT.formatted(face, lon, lon));
  }

  /** The id of a grid that an edit made, from west to east. */
  private static String made(Answer edited, int which) {
    return edited.json().path("made").path("features").path(which).path("id").asText();
  }

  private JsonNode get(String who, String what) {
    return server.send(to(who, what)).json();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("{");
  }

  @Test
  void a_snapshot_is_gone_back_to_from_another_branch_and_nothing_is_lost() {
    String west = made(split(one, 1, GridTown.MIDDLE, "111.6975"), 0);
    Answer kept = send(two, "/snapshots", 0, "{\"name\":\"沿路\"}");
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(kept.json().path("head").asInt()).isEqualTo(1);
    assertThat(kept.json().path("account").asText()).isEqualTo("planner.two");
    refused(send(one, "/snapshots", 0, "{\"name\":\" 沿路 \"}"), 409, "snapshot-exists");
    refused(send(one, "/snapshots", 0, "{\"name\":\" \"}"), 422, "name-length");
    refused(send(approver, "/snapshots", 0, "{\"name\":\"乙\"}"), 403, "role-missing");
    send(one, "/undo", 2, "");
    assertThat(split(one, 3, GridTown.MIDDLE, "111.6985").status()).isEqualTo(200);
    String restore = "/snapshots/" + kept.json().path("id").asText() + "/restore";
    refused(send(one, restore, 3, ""), 409, "version-conflict");
    JsonNode back = send(two, restore, 4, "").json();
    assertThat(back.path("head").asInt()).isEqualTo(1);
    assertThat(back.path("version").asInt()).isEqualTo(5);
    assertThat(send(two, restore, 5, "").json().path("version").asInt()).isEqualTo(5);
    assertThat(get(approver, "/snapshots").path("snapshots")).hasSize(1);
    assertThat(split(one, 5, west, "111.6965").json().path("head").asInt()).isEqualTo(3);
    refused(send(one, "/snapshots/999/restore", 6, ""), 404, "snapshot-unknown");
    refused(send(one, "/snapshots/x/restore", 6, ""), 404, "snapshot-unknown");
    assertThat(audited()).contains("plan-snapshot-kept", "plan-snapshot-restored");
  }

  private List<String> audited() {
    return server.getAsOwner("/api/audit?limit=200").json().findValuesAsText("action");
  }

  @Test
  void whoever_reads_a_plan_comments_on_it_answers_and_settles() {
    String face = "{\"text\":\"东界太长\",\"face\":\"" + GridTown.MIDDLE + "\"}";
    JsonNode asked = send(approver, "/comments", 0, face).json();
    assertThat(asked.path("face").asText()).isEqualTo(GridTown.MIDDLE);
    assertThat(asked.path("at").path(0).asDouble()).isBetween(111.0, 112.0);
    JsonNode there = send(one, "/comments", 0, "{\"text\":\"这里\",\"at\":[111.6975,29.03]}").json();
    assertThat(there.path("at").path(0).asDouble()).isEqualTo(111.6975);
    String reply = "{\"text\":\"沿路。\",\"replyTo\":%s}";
    JsonNode answer = send(one, "/comments", 0, reply.formatted(asked.path("id"))).json();
    JsonNode again = send(two, "/comments", 0, reply.formatted(answer.path("id"))).json();
    assertThat(again.path("replyTo").asLong()).isEqualTo(asked.path("id").asLong());
    String at = "/comments/" + asked.path("id");
    assertThat(send(two, at + "/resolve", 0, "").json().path("resolvedBy").asText())
        .isEqualTo("planner.two");
    assertThat(get(one, "/comments").path("comments").path(0).path("resolvedAt").asText())
        .startsWith("20");
    assertThat(send(one, at + "/reopen", 0, "").json().path("resolvedAt").isNull()).isTrue();
    assertThat(get(one, "/comments").path("comments")).hasSize(4);
    String both = "{\"text\":\"x\",\"face\":\"x\",\"at\":[111.6,29.0]}";
    refused(send(one, "/comments", 0, both), 422, "comment-pins");
    refused(send(one, "/comments", 0, "{\"text\":\" \"}"), 422, "comment-length");
    String longest = "{\"text\":\"" + "字".repeat(2_001) + "\"}";
    refused(send(one, "/comments", 0, longest), 422, "comment-length");
    refused(send(one, "/comments", 0, reply.formatted(999)), 404, "comment-unknown");
    refused(send(one, "/comments", 0, "{\"text\":\"x\",\"face\":\"x\"}"), 404, "face-unknown");
    assertThat(server.getAsOwner("/api/audit?limit=200").body())
        .contains("plan-commented", "plan-comment-resolved")
        .doesNotContain("东界太长");
  }

  @Test
  void a_comment_on_a_border_is_shown_where_that_runs_and_told_when_it_is_gone() {
    String near = "{\"text\":\"这段界沿路吗？\",\"edge\":[111.6953,29.032]}";
    JsonNode asked = send(two, "/comments", 0, near).json();
    assertThat(asked.at("/at/0").asDouble()).isEqualTo(111.695);
    assertThat(asked.at("/edge")).hasSize(2);
    assertThat(asked.at("/border/state").asText()).isEqualTo("there");
    assertThat(asked.at("/border/line")).hasSize(2);
    String between =
        "{\"text\":\"东界\",\"between\":[\"" + GridTown.EAST + "\",\"" + GridTown.MIDDLE + "\"]}";
    JsonNode named = send(approver, "/comments", 0, between).json();
    assertThat(named.at("/at/0").asDouble()).isEqualTo(111.705);
    String merge =
        "{\"kind\":\"merge\",\"faces\":[\"" + GridTown.WEST + "\",\"" + GridTown.MIDDLE + "\"]}";
    assertThat(send(one, "/edits", 1, merge).status()).isEqualTo(200);
    assertThat(borders()).containsExactly("gone", "there");
    send(one, "/undo", 2, "");
    assertThat(borders()).containsExactly("there", "there");
    String far = "{\"text\":\"x\",\"edge\":[111.69,29.03]}";
    refused(send(one, "/comments", 0, far), 422, "comment-no-border");
    String apart = between.replace(GridTown.MIDDLE, GridTown.WEST);
    refused(send(one, "/comments", 0, apart), 422, "not-neighbours");
    String same = between.replace(GridTown.MIDDLE, GridTown.EAST);
    refused(send(one, "/comments", 0, same), 422, "comment-between-two");
    String both = "{\"text\":\"x\",\"at\":[111.6,29.0],\"edge\":[111.6953,29.032]}";
    refused(send(one, "/comments", 0, both), 422, "comment-pins");
  }

  private List<String> borders() {
    return get(one, "/comments").path("comments").findValues("border").stream()
        .map(border -> border.path("state").asText())
        .toList();
  }

  @Test
  void a_locked_grid_is_changed_by_its_owner_alone_and_the_lock_goes_with_it() {
    Answer first = split(one, 1, GridTown.MIDDLE, "111.6975");
    String west = made(first, 0);
    Answer locked = send(one, "/locks", 0, LOCK.formatted(west));
    assertThat(locked.status()).as(locked.body()).isEqualTo(201);
    Answer refused = split(two, 2, west, "111.6965");
    refused(refused, 409, "face-locked");
    assertThat(refused.json().path("account").asText()).isEqualTo("planner.one");
    assertThat(refused.json().path("since").asText()).isNotBlank();
    assertThat(refused.json().path("lon").asDouble()).isBetween(111.69, 111.70);
    refused(send(two, "/undo", 2, ""), 409, "face-locked");
    refused(send(two, "/locks", 0, LOCK.formatted(west)), 409, "face-locked");
    refused(server.send(to(two, "/locks/" + west).DELETE()), 403, "lock-not-own");
    assertThat(split(two, 2, made(first, 1), "111.6985").status()).isEqualTo(200);
    JsonNode seen = get(approver, "/locks").path("locks").path(0);
    assertThat(seen.path("own").asBoolean()).isFalse();
    assertThat(seen.path("mayLift").asBoolean()).isTrue();
    Answer second = split(one, 3, west, "111.6965");
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(get(one, "/locks").path("locks")).isEmpty();
    String east = made(second, 1);
    send(one, "/locks", 0, LOCK.formatted(east));
    assertThat(server.send(to(approver, "/locks/" + east).DELETE()).status()).isEqualTo(204);
    refused(server.send(to(one, "/locks/" + east).DELETE()), 404, "lock-unknown");
    refused(send(one, "/locks", 0, LOCK.formatted("x")), 404, "face-unknown");
    assertThat(audited()).contains("plan-face-locked", "plan-face-unlocked");
  }
}
