package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.server.PackagedProgram;
import org.wangge.server.config.DataFolder;

/**
 * The program is killed at random moments while somebody draws, publishes, or waits for a plan to
 * come into force, once each here, and goes on with the same data. {@code -Dwangge.kills=200} is
 * the full count; {@code -Dwangge.seed} does the same edits again.
 */
class KilledPlanProgramTest {
  private static final Logger log = LoggerFactory.getLogger(KilledPlanProgramTest.class);
  private static final int KILLS = Math.max(1, Integer.getInteger("wangge.kills", 3));
  private static final long SEED = Long.getLong("wangge.seed", System.nanoTime() % 1_000_000);
  private static final String COMMUNITY = "990101001001";

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final PlanStrokes strokes = new PlanStrokes(random);
  private final PlanPen pen = new PlanPen();
  private final PlanPromises promises = new PlanPromises(pen, COMMUNITY);
  private int plans;
  private int edits;
  private int wanted;

  @Test
  void nothing_acknowledged_is_lost_and_no_plan_is_half_published_when_it_is_killed_at_random()
      throws Exception {
    log.info("{} kills with seed {}", KILLS, SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      PackagedProgram program = start(kill == 0);
      try {
        if (kill == 0) {
          promises.begin();
        }
        promises.require();
        round(kill, program);
      } finally {
        program.kill();
      }
      assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
      if (kill % 20 == 19) {
        log.info("{} kills: {}", kill + 1, figures());
      }
    }
    try (PackagedProgram program = start(false)) {
      promises.require();
      publishOne();
      assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
    }
    PlanRecord.requireWhole(folder.resolve("data"));
    log.info("{} kills with seed {}: {}", KILLS, SEED, figures());
    assertThat(promises.publications()).isPositive();
    assertThat(edits).isPositive();
  }

  private String figures() {
    return "%d plans, %d edits, %d publications looked at, %d drafts undone to the beginning; asked without an answer: %s"
        .formatted(plans, edits, promises.publications(), promises.undone(), promises.unanswered());
  }

  private PackagedProgram start(boolean first) throws Exception {
    PackagedProgram program =
        first
            ? PackagedProgram.serveTown(folder, "--no-simulator")
            : PackagedProgram.serve(folder, "--no-simulator");
    String token = DataFolder.runningServer(folder.resolve("data")).orElseThrow().token();
    pen.meet(program.url(), token);
    return program;
  }

  /** Works until the program is gone. */
  private void round(int kill, PackagedProgram program) throws Exception {
    boolean drawing = kill % 3 == 0;
    boolean later = kill % 3 == 2;
    if (drawing) {
      for (int i = 0; i < 3; i++) {
        work();
      }
    }
    while (!drawing && !pen.state().equals("approved")) {
      work();
    }
    // On a slow machine there is as much to be killed in as on a fast one.
    int step = (int) pen.meanMillis() + 1;
    Thread killer = killIn(random.nextInt(drawing ? 12 * step : 3 * step), program);
    try {
      if (!drawing) {
        publish(later ? Instant.now().plusMillis(step + random.nextInt(2 * step)) : null);
      }
      while (true) {
        work();
      }
    } catch (IOException gone) {
      killer.join();
      assertThat(program.isRunning()).as("no answer, yet it runs: " + gone).isFalse();
    }
  }

  private static Thread killIn(int millis, PackagedProgram program) {
    Thread killer =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              program.kill();
            });
    killer.start();
    return killer;
  }

  /** The next step of whoever draws plans and has them published. */
  private void work() throws Exception {
    switch (pen.state()) {
      case "draft" -> draw();
      case "submitted" -> require(pen.step("approve", ""));
      case "approved" -> publish(null);
      case "scheduled" -> pen.accept(pen.get("/api/plans/" + pen.plan().path("id").asText()));
      default -> begin();
    }
    if (pen.state().equals("published")) {
      promises.requireGround();
    }
  }

  private void begin() throws Exception {
    plans++;
    wanted = 2 + random.nextInt(6);
    require(pen.begin("第" + plans + "稿 " + SEED, COMMUNITY));
  }

  private void draw() throws Exception {
    JsonNode plan = pen.plan();
    int dice = random.nextInt(100);
    if (plan.path("edits").size() >= wanted) {
      // Edits that take each other back leave nothing to publish.
      if (!pen.step("submit", "").isDone()) {
        wanted++;
      }
    } else if (dice < 12 && plan.path("canUndo").asBoolean()) {
      require(pen.step("undo", ""));
    } else if (dice < 20 && plan.path("canRedo").asBoolean()) {
      require(pen.step("redo", ""));
    } else {
      PlanGround ground = PlanGround.of(plan.at("/grids/features"), "/properties/face");
      edits += pen.step("edits", strokes.next(ground, edits)).isDone() ? 1 : 0;
    }
  }

  private void publish(@Nullable Instant effective) throws Exception {
    PlanPen.Answer answer =
        pen.step("publish", effective == null ? "" : "{\"effectiveFrom\":\"" + effective + "\"}");
    boolean tooSoon = answer.body().path("code").asText().equals("effective-past");
    assertThat(answer.isDone() || (effective != null && tooSoon))
        .as(answer.body().toString())
        .isTrue();
  }

  /** What was in hand when the program was killed last can be finished. */
  private void publishOne() throws Exception {
    if (pen.state().equals("published")) {
      begin();
    }
    while (!pen.state().equals("published")) {
      work();
    }
  }

  private static void require(PlanPen.Answer answer) {
    assertThat(answer.isDone()).as(answer.body().toString()).isTrue();
  }
}
