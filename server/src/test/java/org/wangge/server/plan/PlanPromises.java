package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds a program that was killed and started again to what it had acknowledged: the plan is as it
 * was told, or one step on if that step was asked and not answered; the grids in force are those of
 * before or those of the plan, never some of each. Not thread-safe.
 */
final class PlanPromises {
  private static final List<String> DRAWN =
      List.of("head", "state", "edits", "grids", "counts", "steps", "canRedo");

  private final PlanPen pen;
  private final String community;
  private final Map<String, Integer> unanswered = new TreeMap<>();
  private Map<String, String> inForce = Map.of();
  private long coverage;
  private int publications;
  private int undone;

  PlanPromises(PlanPen pen, String community) {
    this.pen = pen;
    this.community = community;
  }

  /** Looks at the grids in force for the first time. */
  void begin() throws Exception {
    PlanGround ground = ground();
    ground.requireSeamless();
    inForce = ground.told();
    coverage = coverage();
  }

  /** How often which step was asked and not answered, and what had become of it. */
  Map<String, Integer> unanswered() {
    return unanswered;
  }

  int publications() {
    return publications;
  }

  /** How often a draft was undone to its beginning and made again. */
  int undone() {
    return undone;
  }

  /** Requires all that was acknowledged, and nothing half-done. */
  void require() throws Exception {
    if (pen.asked().startsWith("begin ")) {
      requireBegunOrNot();
    } else if (pen.hasPlan()) {
      requirePlan();
    }
    requireGround();
    if (pen.state().equals("draft")) {
      requireUndone();
    }
  }

  private void requireBegunOrNot() throws Exception {
    String name = pen.asked().substring("begin ".length());
    JsonNode newest = pen.get("/api/plans?limit=1").at("/features/0");
    boolean begun = newest.at("/properties/name").asText().equals(name);
    count("begin", begun);
    if (begun) {
      JsonNode now = pen.get("/api/plans/" + newest.path("id").asText());
      assertThat(now.path("version").asInt()).isEqualTo(1);
      assertThat(now.path("edits")).isEmpty();
      pen.accept(now);
    } else if (pen.hasPlan()) {
      requirePlan();
    }
  }

  private void requirePlan() throws Exception {
    JsonNode before = pen.plan();
    JsonNode now = pen.get(address(before));
    String asked = pen.asked();
    if (isScheduled(before, now, asked)) {
      count(asked, true);
      pen.accept(switched(before, now));
      return;
    }
    int steps = now.path("version").asInt() - before.path("version").asInt();
    if (!asked.isEmpty() && !asked.startsWith("begin ")) {
      count(asked, steps == 1);
    }
    if (steps == 0) {
      for (String member : published(now) ? List.of("head", "state", "edits", "steps") : DRAWN) {
        assertThat(now.path(member)).as(member).isEqualTo(before.path(member));
      }
    } else {
      assertThat(steps).as("steps nobody asked for, beside '%s'", asked).isEqualTo(1);
      requireStep(before, now, asked);
    }
    pen.accept(now);
  }

  private static String address(JsonNode plan) {
    return "/api/plans/" + plan.path("id").asText();
  }

  private static boolean published(JsonNode plan) {
    return plan.path("state").asText().equals("published");
  }

  private static boolean isScheduled(JsonNode before, JsonNode now, String asked) {
    boolean set = before.path("state").asText().equals("scheduled");
    boolean asksNow = asked.equals("publish");
    return set || (asksNow && now.path("steps").findValuesAsText("action").contains("schedule"));
  }

  /** A plan whose instant comes or has come: in force soon, by itself and once. */
  private JsonNode switched(JsonNode before, JsonNode first) throws Exception {
    JsonNode now = first;
    for (int i = 0; i < 200 && !published(now); i++) {
      Thread.sleep(50);
      now = pen.get(address(now));
    }
    assertThat(published(now)).as(now.toString()).isTrue();
    assertThat(now.path("edits")).isEqualTo(before.path("edits"));
    List<String> actions = now.path("steps").findValuesAsText("action");
    assertThat(actions).endsWith("schedule", "publish").doesNotHaveDuplicates();
    if (before.path("state").asText().equals("scheduled")) {
      assertThat(now.path("effectiveFrom")).isEqualTo(before.path("effectiveFrom"));
    }
    return now;
  }

  private static void requireStep(JsonNode before, JsonNode now, String asked) {
    List<JsonNode> then = list(before.path("edits"));
    List<JsonNode> edits = list(now.path("edits"));
    switch (asked) {
      case "edits", "redo" -> {
        assertThat(edits).hasSize(then.size() + 1).containsAll(then);
        JsonNode last = edits.get(edits.size() - 1);
        assertThat(last.path("after")).isEqualTo(before.path("head"));
        assertThat(last.path("seq")).isEqualTo(now.path("head"));
        assertThat(now.path("state").asText()).isEqualTo("draft");
      }
      case "undo" -> {
        assertThat(edits).isEqualTo(then.subList(0, then.size() - 1));
        assertThat(now.path("canRedo").asBoolean()).isTrue();
      }
      default -> {
        assertThat(edits).isEqualTo(then);
        Map<String, String> states =
            Map.of("submit", "submitted", "approve", "approved", "publish", "published");
        assertThat(now.path("state").asText()).isEqualTo(states.get(asked));
      }
    }
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  /** What is in force is what was before, or the whole of what the plan drew. */
  void requireGround() throws Exception {
    PlanGround ground = ground();
    ground.requireSeamless();
    long now = coverage();
    boolean other = pen.published().isPresent() && !ground.told().equals(inForce);
    if (other) {
      assertThat(now).as("a version of the coverage for what changed").isGreaterThan(coverage);
      publications++;
      JsonNode published = pen.published().get();
      inForce = PlanGround.of(published.at("/grids/features"), "/properties/code").told();
    }
    assertThat(ground.told()).as("the grids in force").isEqualTo(inForce);
    if (!other && !pen.state().equals("published")) {
      assertThat(now).as("nothing was changed on the ground").isEqualTo(coverage);
    }
    coverage = now;
  }

  /** A draft can be undone to its beginning, which is what is in force, and made again. */
  private void requireUndone() throws Exception {
    JsonNode stands = pen.plan();
    int edits = stands.path("edits").size();
    for (int i = 0; i < edits; i++) {
      assertThat(pen.step("undo", "").isDone()).isTrue();
    }
    assertThat(pen.plan().path("canUndo").asBoolean()).isFalse();
    assertThat(PlanGround.of(pen.plan().at("/grids/features"), "/properties/face").told())
        .as("undone to the beginning")
        .isEqualTo(inForce);
    for (int i = 0; i < edits; i++) {
      assertThat(pen.step("redo", "").isDone()).isTrue();
    }
    for (String member : List.of("head", "edits", "grids", "counts")) {
      assertThat(pen.plan().path(member)).as(member).isEqualTo(stands.path(member));
    }
    undone += edits > 0 ? 1 : 0;
  }

  private void count(String asked, boolean done) {
    if (!asked.isEmpty()) {
      unanswered.merge(asked + (done ? " done" : " not done"), 1, Integer::sum);
    }
  }

  private PlanGround ground() throws IOException, InterruptedException {
    return PlanGround.of(
        pen.get("/api/grids?level=grid&limit=1000&parent=" + community).path("features"), "/id");
  }

  private long coverage() throws IOException, InterruptedException {
    return pen.get("/api/site").path("coverageVersion").asLong();
  }
}
