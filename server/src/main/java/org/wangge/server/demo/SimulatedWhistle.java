package org.wangge.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody call for help now and then: the estate is silent, so that the whistle climbs by
 * itself; somebody of the community answers and comes. Where it stands it reads from the program,
 * so that after a stop it goes on. Whistles of visitors are left to them.
 */
final class SimulatedWhistle implements Simulator.Part {
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofMinutes(25);
  private static final Duration ANSWERS = Duration.ofMinutes(2);
  private static final Duration IS_THERE = Duration.ofMinutes(7);
  private static final Duration IS_DONE = Duration.ofMinutes(14);
  private static final String OWN = "owner";

  private static final Map<String, String> REASONS =
      Map.of(
          "fallen-tree", "大树倒在路中，需要油锯和疏导交通的人手",
          "manhole-cover", "井盖缺失，天黑前要围挡，现场只有一个人",
          "fire-lane", "消防通道被堵，车主联系不上，需要一起清理",
          "road-damage", "路面塌陷，两端都要有人拦车",
          "blocked-drain", "积水已到膝盖，需要抽水和转移老人",
          "dispute", "双方情绪激动，需要调解的人");

  private final PublicApi api;
  private @Nullable Instant next;

  SimulatedWhistle(PublicApi api) {
    this.api = api;
  }

  @Override
  public void tell(Instant after, Instant upTo) throws IOException, InterruptedException {
    Instant due = next;
    if (due != null && upTo.isBefore(due)) {
      return;
    }
    next = upTo.plus(LOOK);
    JsonNode own = own();
    if (own == null) {
      begin();
    } else {
      goOn(own, upTo);
    }
  }

  private @Nullable JsonNode own() throws IOException, InterruptedException {
    for (JsonNode feature : api.ask("/api/whistles?open=true").path("features")) {
      if (feature.at("/properties/account").asText().equals(OWN)) {
        return feature.path("properties");
      }
    }
    return null;
  }

  private void begin() throws IOException, InterruptedException {
    for (JsonNode feature :
        api.ask("/api/incidents?open=true&state=handle&limit=500").path("features")) {
      JsonNode incident = feature.path("properties");
      String reason = REASONS.get(incident.path("category").asText());
      if (reason != null && isFit(incident)) {
        String path = "/api/incidents/" + incident.path("id").asText() + "/whistles";
        api.does(path, Map.of("reason", reason));
        return;
      }
    }
  }

  private static boolean isFit(JsonNode incident) {
    return incident.path("generated").asBoolean()
        && incident.hasNonNull("grid")
        && !incident.path("joint").asBoolean()
        && incident.path("standing").asText().equals("dispatched");
  }

  private void goOn(JsonNode whistle, Instant now) throws IOException, InterruptedException {
    String path = "/api/whistles/" + whistle.path("id").asText();
    JsonNode call = whistle.path("calls").path(whistle.path("calls").size() - 1);
    if (call.path("level").asText().equals("estate")) {
      return;
    }
    Duration since = Duration.between(Instant.parse(call.path("at").asText()), now);
    Map<String, ?> who = Map.of("to", first(whistle));
    if (since.compareTo(IS_DONE) >= 0) {
      api.does(path + "/end", Map.of("outcome", "helped"), whistle.path("version").asInt());
      next = now.plus(REST);
    } else if (since.compareTo(IS_THERE) >= 0 && !whistle.path("reached").asBoolean()) {
      api.does(path + "/arrival", who);
    } else if (since.compareTo(ANSWERS) >= 0 && !whistle.path("answered").asBoolean()) {
      api.does(path + "/answer", Map.of("to", first(whistle), "reply", "coming"));
    }
  }

  /** The first of those who were called with the level called last. */
  private static JsonNode first(JsonNode whistle) {
    String level = whistle.path("level").asText();
    JsonNode first = whistle.path("responders").path(0);
    for (JsonNode one : whistle.path("responders")) {
      if (one.path("level").asText().equals(level)) {
        return one.path("to");
      }
    }
    return first.path("to");
  }
}
