package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Real buildings of a district in Beijing: what the index says of cameras among them is what each
 * camera says itself, and what its outline shows. Heights are taken for metres; the file does not
 * say. Leaves a picture in {@code target} to be looked at.
 */
class RealBuildingsTest {
  private static final LatticeBox BOX = LatticeBox.ofDegrees(116.4285, 39.9075, 116.4834, 39.9676);
  private static final int CAMERAS = 300;
  private static final int PLACES = 4_000;
  private static final double BORDER_DEGREES = 2e-6;

  private final Random random = new Random(20_261_123);

  @Test
  void outline_index_and_each_camera_agree_among_real_buildings() throws IOException {
    List<Blocker> buildings = buildings();
    assertThat(buildings).hasSizeGreaterThan(5_300);
    List<Eye> eyes = new ArrayList<>();
    while (eyes.size() < CAMERAS) {
      LatticePoint foot = place(BOX);
      if (buildings.stream().noneMatch(one -> one.box().contains(foot))) {
        eyes.add(eye(eyes.size(), foot));
      }
    }
    SightIndex index = SightIndex.of(eyes, buildings);
    List<Sight> sights = eyes.stream().map(eye -> Sight.of(eye, buildings)).toList();
    requireSameAnswers(index, sights);
    requireSameOutlines(sights);
    ImageIO.write(picture(buildings, sights), "png", Path.of("target/real-buildings.png").toFile());
  }

  private Eye eye(int number, LatticePoint foot) {
    Lens lens = new Lens(random.nextInt(360), 40 + random.nextInt(60), 3, 80 + random.nextInt(120));
    return new Eye("eye-" + number, foot, 450 + random.nextInt(400), false, List.of(lens));
  }

  private LatticePoint place(LatticeBox box) {
    return new LatticePoint(
        box.west() + random.nextInt(box.east() - box.west()),
        box.south() + random.nextInt(box.north() - box.south()));
  }

  private void requireSameAnswers(SightIndex index, List<Sight> sights) {
    int seen = 0;
    for (int i = 0; i < PLACES; i++) {
      LatticePoint place = place(sights.get(i % sights.size()).reach());
      List<String> each =
          sights.stream()
              .filter(sight -> sight.sees(place))
              .map(sight -> sight.eye().id())
              .sorted()
              .toList();
      List<String> found =
          index.seeing(place).stream().map(sight -> sight.eye().id()).sorted().toList();
      assertThat(found).isEqualTo(each);
      seen += each.size();
    }
    assertThat(seen).isGreaterThan(PLACES / 20);
  }

  private void requireSameOutlines(List<Sight> sights) {
    int cut = 0;
    for (Sight sight : sights.subList(0, 100)) {
      SeenGround ground = SeenGround.of(sight);
      Geometry outline = ground.outline();
      cut += ground.squareMeters() < ground.sectorsSquareMeters() - 1 ? 1 : 0;
      for (int i = 0; i < 40; i++) {
        LatticePoint place = place(sight.reach());
        Point point =
            LatticeShape.DEGREES.createPoint(
                new Coordinate(place.lonDegrees(), place.latDegrees()));
        // Arcs are drawn by chords, a few centimetres off.
        if (outline.getBoundary().distance(point) > BORDER_DEGREES) {
          assertThat(outline.contains(point)).isEqualTo(sight.sees(place));
        }
      }
    }
    assertThat(cut).as("cameras with a building in their sector").isGreaterThan(50);
  }

  private static List<Blocker> buildings() throws IOException {
    Path file =
        Path.of(System.getProperty("wangge.root", "."))
            .resolve("../shared/data/osm/beijing-chaoyang-buildings-supermap.geojson");
    assumeThat(file).as("left out: no real data at ../shared/data beside the project").exists();
    List<Blocker> buildings = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).path("features")) {
      List<Coordinate> ring = new ArrayList<>();
      for (JsonNode vertex : feature.at("/geometry/coordinates/0")) {
        ring.add(new Coordinate(vertex.get(0).asDouble(), vertex.get(1).asDouble()));
      }
      Geometry outline = LatticeShape.DEGREES.createPolygon(ring.toArray(Coordinate[]::new));
      if (outline.isValid()) {
        buildings.add(
            new Blocker(
                feature.at("/properties/id").asText(),
                LatticeShape.ofDegrees(outline),
                Math.max(1, feature.at("/properties/height").asInt() * 100)));
      }
    }
    return buildings;
  }

  private static BufferedImage picture(List<Blocker> buildings, List<Sight> sights) {
    BufferedImage image = new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xf2f0ea));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    double scale = 110_000;
    double west = 116.4450;
    double north = 39.9400;
    pen.setTransform(
        new AffineTransform(scale * 0.767, 0, 0, -scale, -west * scale * 0.767, north * scale));
    ShapeWriter writer = new ShapeWriter();
    pen.setColor(new Color(0xb8b2a6));
    buildings.forEach(one -> pen.fill(writer.toShape(one.footprint().toDegrees())));
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.55f));
    pen.setColor(new Color(0x2f6fd0));
    sights.forEach(one -> pen.fill(writer.toShape(SeenGround.of(one).outline())));
    pen.dispose();
    return image;
  }
}
