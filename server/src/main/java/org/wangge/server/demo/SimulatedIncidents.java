package org.wangge.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    if (!answer.isDone()) {
      throw refused("report " + key, answer);
    }
  }

  private void act(String key, Action action) throws IOException, InterruptedException {
    PublicApi.Answer found = api.get("/api/incidents?key=" + key);
    if (!found.isDone()) {
      throw refused("find " + key, found);
    }
    JsonNode incident = found.body().path("features").path(0).path("properties");
    boolean legal =
        Standing.find(incident.path("standing").asText()).flatMap(action::from).isPresent();
    if (!legal) {
      return;
    }
    String path = "/api/incidents/" + incident.path("id").asText() + "/" + action.word();
    PublicApi.Answer done = api.post(path, Map.of(), incident.path("version").asInt());
    if (!done.isDone() && done.status() != 409) {
      throw refused(action.word() + " " + key, done);
    }
  }

  private static IOException refused(String what, PublicApi.Answer answer) {
    return new IOException(what + " was refused: " + answer.status() + " " + answer.code());
  }
}
