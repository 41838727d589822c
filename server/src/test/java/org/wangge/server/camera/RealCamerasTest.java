package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.camera.Bearings;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.server.RunningServer;

/**
 * Real cameras with their bearings: each looks where the file says, with two bearings both ways,
 * and with none all round.
 */
class RealCamerasTest {
  private static final String CENTRE = "06075001";

  @Test
  void each_camera_looks_where_the_file_says(@TempDir Path folder) throws IOException {
    Path file =
        Path.of(System.getProperty("wangge.root", "."))
            .resolve("../shared/data/cameras/deflock-bayarea.geojson");
    assumeThat(file).as("left out: no real data at ../shared/data beside the project").exists();
    String text = Files.readString(file, StandardCharsets.UTF_8);
    JsonNode features = new ObjectMapper().readTree(text).path("features");
    try (RunningServer server = RunningServer.empty(folder)) {
      JsonNode report =
          server
              .post(server.asOwner("/api/imports/cameras?range=60&centre=" + CENTRE), text)
              .json();
      assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(features.size());
      Map<String, JsonNode> stored = new HashMap<>();
      server
          .getAsOwner("/api/cameras?limit=10000")
          .json()
          .path("features")
          .forEach(one -> stored.put(one.path("id").asText(), one.path("properties")));
      int bearings = 0;
      int two = 0;
      int none = 0;
      for (int i = 0; i < features.size(); i++) {
        String id = "%s001320%06d".formatted(CENTRE, i + 1);
        JsonNode properties = Objects.requireNonNull(stored.get(id));
        Bearings said = said(features.get(i).path("properties"));
        bearings += features.get(i).path("properties").has("direction") ? 1 : 0;
        two += said.looks().size() == 2 ? 1 : 0;
        none += said.looks().isEmpty() ? 1 : 0;
        requireLooks(server, features.get(i), properties, said, i % 20 == 0);
      }
      assertThat(bearings).isEqualTo(2_559);
      assertThat(two).isPositive();
      assertThat(none).isPositive();
    }
  }

  private static Bearings said(JsonNode properties) {
    JsonNode direction = properties.path("direction");
    JsonNode text = direction.isMissingNode() ? properties.path("directionCardinal") : direction;
    return Bearings.parse(text.asText("")).orElseGet(Bearings::none);
  }

  private static void requireLooks(
      RunningServer server, JsonNode feature, JsonNode properties, Bearings said, boolean isAsked) {
    JsonNode lenses = properties.path("lenses");
    String certainty = properties.path("directionCertainty").asText();
    if (said.looks().isEmpty()) {
      assertThat(certainty).isEqualTo("unknown");
    } else {
      assertThat(lenses).hasSize(said.looks().size());
      for (int i = 0; i < lenses.size(); i++) {
        assertThat(lenses.get(i).path("azimuthDegrees").asDouble())
            .isEqualTo(said.looks().get(i).azimuthDegrees());
      }
      assertThat(certainty).isEqualTo(said.certainty().word());
    }
    if (isAsked) {
      // Whole and half bearings lie on borders of sectors of 60 degrees.
      for (double azimuth = 7.3; azimuth < 360; azimuth += 45) {
        double bearing = azimuth;
        boolean expected =
            said.looks().isEmpty()
                || said.looks().stream().anyMatch(look -> isWithin(look, bearing));
        assertThat(sees(server, feature, properties.path("id").asText(), azimuth))
            .as("%s looks %s, asked %s", properties.path("id"), said, azimuth)
            .isEqualTo(expected);
      }
    }
  }

  private static boolean isWithin(Bearings.Look look, double azimuth) {
    double off = Math.abs(look.azimuthDegrees() - azimuth) % 360;
    double angle = look.angleDegrees() > 0 ? look.angleDegrees() : 60;
    return Math.min(off, 360 - off) <= angle / 2;
  }

  private static boolean sees(RunningServer server, JsonNode feature, String id, double azimuth) {
    JsonNode at = feature.at("/geometry/coordinates");
    LatticePoint foot = LatticePoint.ofDegrees(at.get(0).asDouble(), at.get(1).asDouble());
    LatticePoint place = Geodesy.destination(foot, azimuth, 40);
    JsonNode found =
        server
            .getAsOwner(
                "/api/cameras/covering?lon=%s&lat=%s"
                    .formatted(place.lonDegrees(), place.latDegrees()))
            .json()
            .path("features");
    for (JsonNode one : found) {
      if (one.path("id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
