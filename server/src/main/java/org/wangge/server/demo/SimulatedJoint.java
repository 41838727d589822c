package org.wangge.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets now and then several departments handle an incident of the town together: who had it alone
 * sends it back, it is given to two, who meet, decide and do what was decided. Where it stands it
 * reads from the program, so that after a stop it goes on. What a visitor has done meanwhile
 * stands.
 */
final class SimulatedJoint implements Simulator.Part {
  private static final Duration LOOK = Duration.ofSeconds(15);
  private static final Duration REST = Duration.ofMinutes(20);

  /** Until it would have to be handled: enough for all that follows. */
  private static final Duration LEAST_LEFT = Duration.ofHours(3);

  private static final Duration FIRST_DEADLINE = Duration.ofMinutes(40);

  private static final int NOT_THERE = 404;

  private final PublicApi api;
  private boolean hasLookedBack;
  private @Nullable Instant next;
  private @Nullable String current;

  SimulatedJoint(PublicApi api) {
    this.api = api;
  }

  @Override
  public void tell(Instant after, Instant upTo) throws IOException, InterruptedException {
    Instant due = next;
    next = due == null ? upTo.plus(LOOK) : due;
    if (due == null || upTo.isBefore(due)) {
      return;
    }
    next = upTo.plus(LOOK);
    String path = current;
    if (path == null) {
      begin(upTo);
    } else {
      goOn(path, upTo);
    }
  }

  private void begin(Instant now) throws IOException, InterruptedException {
    JsonNode open = ask("/api/incidents?open=true&state=handle&limit=500").path("features");
    if (!hasLookedBack) {
      lookBack(open);
      hasLookedBack = true;
    }
    for (JsonNode feature : open) {
      if (current != null) {
        return;
      }
      JsonNode incident = feature.path("properties");
      JointPlot plot = JointPlot.of(incident.path("category").asText());
      if (plot != null && isFit(incident, now)) {
        give("/api/incidents/" + incident.path("id").asText(), incident, plot);
      }
    }
  }

  private static boolean isFit(JsonNode incident, Instant now) {
    return incident.path("generated").asBoolean()
        && !incident.path("joint").asBoolean()
        && incident.path("standing").asText().equals("dispatched")
        && incident.hasNonNull("dueAt")
        && Instant.parse(incident.path("dueAt").asText()).isAfter(now.plus(LEAST_LEFT));
  }

  /** Goes on with what was begun before a stop. */
  private void lookBack(JsonNode open) {
    for (JsonNode feature : open) {
      JsonNode incident = feature.path("properties");
      if (incident.path("generated").asBoolean() && incident.path("joint").asBoolean()) {
        current = "/api/incidents/" + incident.path("id").asText();
      }
    }
  }

  private void give(String path, JsonNode incident, JointPlot plot)
      throws IOException, InterruptedException {
    int version = incident.path("version").asInt();
    boolean given =
        api.does(path + "/send-back", Map.of("reason", plot.sentBack()), version)
            && api.does(
                path + "/dispatch", Map.of("to", List.of(plot.first(), plot.second())), version + 1)
            && api.does(path + "/joint", Map.of("reason", plot.reason()), version + 2);
    current = given ? path : null;
  }

  private void goOn(String path, Instant now) throws IOException, InterruptedException {
    JsonNode answer = ask(path + "/joint");
    JsonNode incident = ask(path).path("properties");
    JointPlot plot = JointPlot.of(incident.path("category").asText());
    JsonNode joint = answer.path("joint");
    if (plot == null || !joint.isObject()) {
      close(path, incident, answer.path("past").path(0), now);
      return;
    }
    int version = joint.path("version").asInt();
    long minutes = minutesSince(joint.path("convened"), now);
    int said = joint.path("minutes").size();
    JsonNode decision = joint.path("decision");
    if (decision.isObject()) {
      handle(path, incident, joint, now);
    } else if (said == 1 && minutes >= 1) {
      api.does(path + "/joint/minutes", Map.of("text", plot.says()), version);
    } else if (said == 2 && minutes >= 2) {
      api.does(path + "/joint/minutes", Map.of("text", plot.answers()), version);
    } else if (minutes >= 4) {
      api.does(path + "/joint/decision", plot.decision(now.plus(FIRST_DEADLINE)), version);
    }
  }

  private static long minutesSince(JsonNode minute, Instant now) {
    return Duration.between(Instant.parse(minute.path("at").asText()), now).toMinutes();
  }

  private void handle(String path, JsonNode incident, JsonNode joint, Instant now)
      throws IOException, InterruptedException {
    long minutes = minutesSince(joint.path("decision"), now);
    for (JsonNode duty : joint.path("duties")) {
      int number = duty.path("number").asInt();
      if (duty.path("doneAt").isNull()) {
        if (minutes >= 15L * number) {
          api.does(
              path + "/joint/duties/" + number + "/done", Map.of(), joint.path("version").asInt());
        }
        return;
      }
    }
    if (!api.does(path + "/report-back", Map.of(), incident.path("version").asInt())) {
      rest(now);
    }
  }

  /** Whoever leads looks at it once more and closes it. */
  private void close(String path, JsonNode incident, JsonNode past, Instant now)
      throws IOException, InterruptedException {
    boolean reported = incident.path("standing").asText().equals("reported-back");
    if (reported && past.hasNonNull("endedAt")) {
      Instant ended = Instant.parse(past.path("endedAt").asText());
      if (now.isBefore(ended.plus(Duration.ofMinutes(5)))) {
        return;
      }
      api.does(path + "/close", Map.of(), incident.path("version").asInt());
    }
    rest(now);
  }

  private void rest(Instant now) {
    current = null;
    next = now.plus(REST);
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    PublicApi.Answer answer = api.get(path);
    if (answer.status() == NOT_THERE) {
      return MissingNode.getInstance();
    }
    if (!answer.isDone()) {
      throw PublicApi.refused(path, answer);
    }
    return answer.body();
  }
}
