package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.grid.GridTown;

/** The lives of plans over HTTP: who may, what is refused in which words, and over a restart. */
class PlanLifeHttpTest {
  private static final String SPLIT =
      "{\"kind\":\"split\",\"face\":\"%s\",\"line\":[[111.6975,29.02],[111.6975,29.04]]}"
          .formatted(GridTown.MIDDLE);

  @TempDir Path folder;

  private static String draft(RunningServer server) {
    Answer begun =
        server.post(
            server.asOwner("/api/plans"),
            "{\"name\":\"甲\",\"area\":\"" + GridTown.COMMUNITY + "\"}");
    String id = begun.json().path("id").asText();
    Answer split =
        server.post(
            server.asOwner("/api/plans/" + id + "/edits").header("If-Match", "\"1\""), SPLIT);
    assertThat(split.status()).as(split.body()).isEqualTo(200);
    return id;
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }

  private static Answer as(
      RunningServer server, String cookie, String language, String path, int version, String body) {
    return server.post(
        server
            .to(path)
            .header("Cookie", cookie)
            .header("Accept-Language", language)
            .header("If-Match", "\"" + version + "\""),
        body);
  }

  @Test
  void nobody_approves_what_they_had_a_hand_in_and_each_refusal_is_told_in_both_languages() {
    try (RunningServer server = RunningServer.empty(folder)) {
      GridTown.buildIn(server);
      PlanWalk walk = PlanWalk.on(server);
      String both = new Cast(server).join("both.roles", Role.PLANNER, "");
      server.post(server.asOwner("/api/accounts/both.roles/grants"), "{\"role\":\"approver\"}");
      String plan = draft(server);
      String at = "/api/plans/" + plan;
      assertThat(as(server, both, "en", at + "/undo", 2, "").status()).isEqualTo(200);
      assertThat(as(server, both, "en", at + "/redo", 3, "").status()).isEqualTo(200);
      assertThat(walk.owner(plan, "submit", 4, "").status()).isEqualTo(200);
      assertThat(code(walk.owner(plan, "approve", 5, ""))).isEqualTo("role-missing");
      for (String language : List.of("zh-CN", "en")) {
        told(as(server, both, language, at + "/approve", 5, ""), 403, "plan-four-eyes");
        told(as(server, both, language, at + "/reject", 5, ""), 422, "reject-reason-missing");
        told(as(server, both, language, at + "/publish", 5, ""), 409, "plan-step-illegal");
        told(as(server, both, language, at + "/edits", 5, SPLIT), 409, "plan-not-draft");
        told(as(server, both, language, at + "/rollback", 5, ""), 409, "rollback-not-published");
      }
      Answer rejected = walk.approver(plan, "reject", 5, "{\"reason\":\"请沿道路\"}");
      JsonNode steps = rejected.json().path("steps");
      assertThat(steps.path(steps.size() - 1).path("reason").asText()).isEqualTo("请沿道路");
      assertThat(steps.path(steps.size() - 1).path("account").asText()).isEqualTo("ap.prover");
      assertThat(rejected.json().path("actions")).isEmpty();
      Answer reopened = walk.owner(plan, "reopen", 6, "");
      assertThat(reopened.json().path("actions").toString()).contains("submit", "withdraw");
      walk.approved(plan, 7);
      for (String language : List.of("zh-CN", "en")) {
        String past = "{\"effectiveFrom\":\"2020-01-01T00:00:00Z\"}";
        told(as(server, both, language, at + "/publish", 9, past), 422, "effective-past");
      }
    }
  }

  private static void told(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
    for (String part : List.of("title", "detail", "mend")) {
      assertThat(answer.json().path(part).asText()).as(part).isNotBlank().doesNotContain("{", "–");
    }
  }

  @Test
  void a_plan_whose_instant_comes_while_the_server_is_down_is_in_force_once_it_is_up()
      throws InterruptedException {
    String plan;
    Instant soon;
    try (RunningServer server = RunningServer.empty(folder)) {
      GridTown.buildIn(server);
      PlanWalk walk = PlanWalk.on(server);
      plan = draft(server);
      walk.approved(plan, 2);
      soon = Instant.now().plus(Duration.ofSeconds(6));
      Answer set = walk.owner(plan, "publish", 4, "{\"effectiveFrom\":\"" + soon + "\"}");
      assertThat(set.json().path("state").asText()).as(set.body()).isEqualTo("scheduled");
      assertThat(grid(server, "")).isEqualTo(GridTown.MIDDLE);
    }
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis() + 50));
    for (int start = 0; start < 2; start++) {
      try (RunningServer server = RunningServer.empty(folder)) {
        assertThat(grid(server, "")).isEqualTo(GridTown.COMMUNITY + "004");
        assertThat(grid(server, "&at=" + soon)).isEqualTo(GridTown.COMMUNITY + "004");
        assertThat(grid(server, "&at=" + soon.minusMillis(1))).isEqualTo(GridTown.MIDDLE);
        JsonNode now = server.getAsOwner("/api/plans/" + plan).json();
        assertThat(now.path("state").asText()).isEqualTo("published");
        assertThat(now.path("steps").findValuesAsText("action"))
            .containsExactly("begin", "submit", "approve", "schedule", "publish");
      }
    }
  }

  private static String grid(RunningServer server, String when) {
    JsonNode chain = server.get("/api/grids/at?lon=111.696&lat=29.03" + when).json().path("chain");
    return chain.path(chain.size() - 1).path("code").asText();
  }
}
