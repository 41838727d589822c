package org.wangge.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.demo.DemoTown;
import org.wangge.demo.Happening;
import org.wangge.incident.Action;
import org.wangge.incident.Incident;
import org.wangge.incident.Standing;

/**
 * Reports what happens in the town, and leads it through its steps as operators and handlers would.
 * What a visitor has done meanwhile stands: an action that is no longer legal is left out.
 */
final class SimulatedIncidents implements Simulator.Part {
  private static final String DECLINED = "人手不足，请另派";

  private final DemoTown town;
  private final PublicApi api;

  SimulatedIncidents(DemoTown town, PublicApi api) {
    this.town = town;
    this.api = api;
  }

  @Override
  public void tell(Instant after, Instant upTo) throws IOException, InterruptedException {
    for (Happening happening : town.happenings(after, upTo)) {
      if (happening.action().isPresent()) {
        act(happening.key(), happening.action().get());
      } else {
        report(happening.key(), happening.incident());
      }
    }
  }

  private void report(String key, Incident incident) throws IOException, InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("key", key);
    body.put("category", incident.category());
    body.put("channel", incident.channel().word());
    body.put("lon", incident.location().lonDegrees());
    body.put("lat", incident.location().latDegrees());
    body.put("generated", true);
    PublicApi.Answer answer = api.post("/api/reports", body);
    // Somebody may have taken the category out of use.
    boolean outOfUse = answer.code().equals("category-retired");
    if (!answer.isDone() && !outOfUse) {
      throw PublicApi.refused("report " + key, answer);
    }
  }

  private void act(String key, Action action) throws IOException, InterruptedException {
    PublicApi.Answer found = api.get("/api/incidents?key=" + key);
    if (!found.isDone()) {
      throw PublicApi.refused("find " + key, found);
    }
    JsonNode incident = found.body().path("features").path(0).path("properties");
    boolean legal =
        Standing.find(incident.path("standing").asText()).flatMap(action::from).isPresent();
    if (!legal) {
      return;
    }
    String path = "/api/incidents/" + incident.path("id").asText();
    Optional<Map<String, Object>> body = bodyOf(action, path, incident);
    if (body.isEmpty()) {
      return;
    }
    PublicApi.Answer done =
        api.post(path + "/" + action.word(), body.get(), incident.path("version").asInt());
    if (!done.isDone() && done.status() != 409) {
      throw PublicApi.refused(action.word() + " " + key, done);
    }
  }

  /** What is said with an action; empty where there is nothing to be said it of. */
  private Optional<Map<String, Object>> bodyOf(Action action, String path, JsonNode incident)
      throws IOException, InterruptedException {
    return switch (action) {
      case DISPATCH -> Optional.of(handlers(path, incident));
      case TAKE -> answering(path, 1, Map.of());
      case DECLINE -> answering(path, 2, Map.of("reason", DECLINED));
      default -> Optional.of(Map.of());
    };
  }

  /** The best who are proposed: one, and of what is urgent or important a second. */
  private Map<String, Object> handlers(String path, JsonNode incident)
      throws IOException, InterruptedException {
    PublicApi.Answer proposed = api.get(path + "/suggestions");
    if (!proposed.isDone()) {
      throw PublicApi.refused("suggestions of " + path, proposed);
    }
    int most = incident.path("priority").asText().equals("ordinary") ? 1 : 2;
    List<JsonNode> to = new ArrayList<>();
    for (JsonNode one : proposed.body().path("suggestions")) {
      if (to.size() < most) {
        to.add(one.path("to"));
      }
    }
    return to.isEmpty() ? Map.of() : Map.of("to", to);
  }

  /** An answer for the last who has given none, while so many have it in hand. */
  private Optional<Map<String, Object>> answering(String path, int least, Map<String, Object> more)
      throws IOException, InterruptedException {
    PublicApi.Answer tasks = api.get(path + "/tasks");
    if (!tasks.isDone()) {
      throw PublicApi.refused("tasks of " + path, tasks);
    }
    List<JsonNode> open = new ArrayList<>();
    for (JsonNode task : tasks.body().path("tasks")) {
      if (task.path("state").asText().equals("offered")) {
        open.add(task.path("to"));
      }
    }
    if (open.size() < least) {
      return Optional.empty();
    }
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("to", List.of(open.get(open.size() - 1)));
    return Optional.of(body);
  }
}
