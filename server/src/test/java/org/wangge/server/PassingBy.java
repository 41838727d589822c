package org.wangge.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Sight;
import org.wangge.demo.Car;
import org.wangge.demo.DemoTown;
import org.wangge.demo.PasserBy;
import org.wangge.demo.Whereabouts;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.server.config.Settings;

/**
 * Someone of the town's staff who walks through what a camera sees, with nothing before them.
 *
 * @param camera that sees them
 * @param who their code
 * @param from when they are seen, and for {@link #SECONDS} from then on
 */
record PassingBy(DemoTown town, Camera camera, String who, Instant from) {
  static final int SECONDS = 6;
  private static final double NEAREST_METERS = 14;
  private static final double FARTHEST_METERS = 30;
  private static final int FARTHEST_UNITS = 3_500;

  /** Between people in the picture. */
  private static final double APART_DEGREES = 2.5;

  /** The first after an instant. */
  static PassingBy after(DemoTown town, Instant begin) {
    List<Blocker> buildings = town.buildings().stream().map(BuildingBlocker::of).toList();
    for (Instant at = begin; ; at = at.plusSeconds(10)) {
      for (Whereabouts one : town.peopleAt(at)) {
        for (Camera camera : town.cameras()) {
          PassingBy passing = new PassingBy(town, camera, one.who(), at);
          if (passing.isNear(one.location()) && passing.isPlain(buildings)) {
            return passing;
          }
        }
      }
    }
  }

  /** Where they truly are; empty where they do not walk. */
  Optional<LatticePoint> place(Instant at) {
    return town.peopleAt(at).stream()
        .filter(one -> one.who().equals(who) && one.walking())
        .map(Whereabouts::location)
        .findFirst();
  }

  /** The column of a picture 640 wide, by the direction alone; columns are even in degrees. */
  double column(LatticePoint place) {
    return 320 + 640 * off(place) / camera.lens().angleDegrees();
  }

  /** Columns that a metre across takes where they are. */
  double columnsPerMeter(LatticePoint place) {
    double meters = Geodesy.distanceMeters(camera.location(), place);
    return Math.toDegrees(1 / meters) * 640 / camera.lens().angleDegrees();
  }

  /** Degrees to the right of the middle of what the camera sees. */
  private double off(LatticePoint place) {
    double azimuth = Geodesy.azimuthDegrees(camera.location(), place);
    return Math.IEEEremainder(azimuth - camera.lens().azimuthDegrees(), 360);
  }

  private boolean isNear(LatticePoint place) {
    if (Math.abs(place.lat() - camera.location().lat()) > FARTHEST_UNITS) {
      return false;
    }
    double meters = Geodesy.distanceMeters(camera.location(), place);
    return camera.state() == CameraState.ONLINE
        && !camera.isEstimated()
        && meters > NEAREST_METERS
        && meters < FARTHEST_METERS
        && Math.abs(off(place)) < camera.lens().angleDegrees() * 0.42;
  }

  private boolean isPlain(List<Blocker> buildings) {
    Sight sight = Sight.of(camera.eye(), buildings);
    List<LatticePoint> places = new ArrayList<>();
    for (int second = 0; second <= SECONDS; second += 2) {
      Instant at = from.plusSeconds(second);
      Optional<LatticePoint> place =
          place(at)
              .filter(this::isNear)
              .filter(sight::sees)
              .filter(one -> sight.sees(halfway(camera.location(), one)))
              .filter(one -> isFree(one, at));
      place.ifPresent(places::add);
    }
    if (places.size() <= SECONDS / 2) {
      return false;
    }
    LatticePoint first = places.get(0);
    LatticePoint last = places.get(places.size() - 1);
    // Nobody has come to where they were, and they have gone on across the picture.
    return Math.abs(off(first) - off(last)) > 2 * APART_DEGREES
        && others(from.plusSeconds(SECONDS)).noneMatch(place -> isBeside(place, first));
  }

  /** Whether nothing is before them in the picture. */
  private boolean isFree(LatticePoint here, Instant at) {
    double meters = Geodesy.distanceMeters(camera.location(), here);
    Stream<LatticePoint> things =
        Stream.concat(
            town.carsNear(camera.location(), meters + 3).at(at).stream().map(Car::location),
            town.passersByAt(at).stream().map(PasserBy::location));
    return things
        .filter(place -> Geodesy.distanceMeters(camera.location(), place) < meters + 3)
        .noneMatch(place -> Math.abs(off(place) - off(here)) < 3 * APART_DEGREES);
  }

  private Stream<LatticePoint> others(Instant at) {
    return town.peopleAt(at).stream()
        .filter(one -> !one.who().equals(who))
        .map(Whereabouts::location)
        .filter(
            place -> Geodesy.distanceMeters(camera.location(), place) < camera.lens().farMeters());
  }

  private boolean isBeside(LatticePoint place, LatticePoint here) {
    return Math.abs(off(place) - off(here)) < APART_DEGREES;
  }

  static LatticePoint halfway(LatticePoint one, LatticePoint other) {
    return new LatticePoint(
        one.lon() + (other.lon() - one.lon()) / 2, one.lat() + (other.lat() - one.lat()) / 2);
  }

  /** The next instant at which the town's clocks show an hour of the day. */
  static Instant next(Instant after, int hourOfChina) {
    Instant today =
        after
            .atZone(Settings.CHINA)
            .toLocalDate()
            .atTime(hourOfChina, 0)
            .atZone(Settings.CHINA)
            .toInstant();
    return today.isBefore(after) ? today.plus(Duration.ofDays(1)) : today;
  }
}
