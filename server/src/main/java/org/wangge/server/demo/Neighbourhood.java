package org.wangge.server.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.camera.Camera;
import org.wangge.demo.DemoTown;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.StreetGraph;

/**
 * What of the town stands near a camera.
 *
 * @param foot where the camera stands
 * @param grounds those below before those above
 * @param streets the stretches of street
 * @param buildings whatever their height
 */
record Neighbourhood(
    LatticePoint foot,
    List<Ground> grounds,
    List<StreetGraph.Edge> streets,
    List<Building> buildings) {
  private static final double AROUND_DEGREES = 0.0035;

  static Neighbourhood of(DemoTown town, Camera camera) {
    LatticePoint foot = camera.location();
    Envelope near = new Envelope(new Coordinate(foot.lonDegrees(), foot.latDegrees()));
    near.expandBy(AROUND_DEGREES);
    return new Neighbourhood(
        foot,
        town.grounds().stream().filter(ground -> touches(near, ground.shape())).toList(),
        town.streetGraph().edges().stream().filter(edge -> touches(near, edge)).toList(),
        town.buildings().stream()
            .filter(building -> touches(near, building.footprint()))
            .collect(Collectors.toUnmodifiableList()));
  }

  private static boolean touches(Envelope near, LatticeShape shape) {
    return near.intersects(shape.toDegrees().getEnvelopeInternal());
  }

  private static boolean touches(Envelope near, StreetGraph.Edge edge) {
    Envelope along = new Envelope();
    edge.line().forEach(point -> along.expandToInclude(point.lonDegrees(), point.latDegrees()));
    return near.intersects(along);
  }
}
