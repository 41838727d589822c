package org.wangge.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * Where the things around a camera lie in its picture: a pinhole without distortion that looks
 * along the camera's azimuth, tilted down so that the ground at two fifths of its range lies in the
 * middle. An opening of more than 100 degrees is drawn as one of 100, since a flat picture of more
 * is mostly its own margins.
 *
 * <p>The surroundings are flat and measured in metres from the foot of the camera; that is off by
 * less than a centimetre within 500 m. Immutable and thread-safe.
 */
public final class Perspective {
  private static final double WIDEST_DEGREES = 100;
  private static final double FOCUS = 0.4;
  private static final double NEAR_METERS = 0.5;

  private final LatticePoint foot;
  private final double mountHeightMeters;
  private final double metersPerLonDegree;
  private final double metersPerLatDegree;
  private final double sinAzimuth;
  private final double cosAzimuth;
  private final double sinTilt;
  private final double cosTilt;
  private final double focalPixels;
  private final double middleX;
  private final double middleY;

  private Perspective(Camera camera, int widthPixels, int heightPixels) {
    foot = camera.location();
    mountHeightMeters = camera.mountHeightMeters();
    LatticePoint east = LatticePoint.ofDegrees(foot.lonDegrees() + 1e-3, foot.latDegrees());
    LatticePoint north = LatticePoint.ofDegrees(foot.lonDegrees(), foot.latDegrees() + 1e-3);
    metersPerLonDegree = Geodesy.distanceMeters(foot, east) * 1e3;
    metersPerLatDegree = Geodesy.distanceMeters(foot, north) * 1e3;
    double azimuth = Math.toRadians(camera.azimuthDegrees());
    sinAzimuth = Math.sin(azimuth);
    cosAzimuth = Math.cos(azimuth);
    double tilt = Math.atan2(mountHeightMeters, FOCUS * camera.rangeMeters());
    sinTilt = Math.sin(tilt);
    cosTilt = Math.cos(tilt);
    double opening = Math.toRadians(Math.min(camera.angleDegrees(), WIDEST_DEGREES));
    focalPixels = widthPixels / 2.0 / Math.tan(opening / 2);
    middleX = widthPixels / 2.0;
    middleY = heightPixels / 2.0;
  }

  /** How a camera sees, in a picture of a size. */
  public static Perspective of(Camera camera, int widthPixels, int heightPixels) {
    return new Perspective(camera, widthPixels, heightPixels);
  }

  /**
   * A place in space.
   *
   * @param eastMeters east of the foot of the camera
   * @param northMeters north of it
   * @param upMeters above the ground
   */
  public record Spot(double eastMeters, double northMeters, double upMeters) {}

  /**
   * A place in the picture; may lie outside its borders.
   *
   * @param x pixels from the left border
   * @param y pixels from the upper border
   * @param depthMeters along the axis of the view
   */
  public record Pixel(double x, double y, double depthMeters) {}

  /** A place above the ground as seen from the foot of the camera. */
  public Spot spot(LatticePoint place, double upMeters) {
    return spot(place.lonDegrees(), place.latDegrees(), upMeters);
  }

  /** A place in degrees above the ground as seen from the foot of the camera. */
  public Spot spot(double lonDegrees, double latDegrees, double upMeters) {
    return new Spot(
        (lonDegrees - foot.lonDegrees()) * metersPerLonDegree,
        (latDegrees - foot.latDegrees()) * metersPerLatDegree,
        upMeters);
  }

  /** Height of the horizon in the picture, in pixels from the upper border. */
  public double horizonY() {
    return middleY - focalPixels * sinTilt / cosTilt;
  }

  /** How many pixels a metre takes at a depth. */
  public double pixelsPerMeter(double depthMeters) {
    return focalPixels / depthMeters;
  }

  /** Where a place is in the picture; empty where it lies behind the camera. */
  public Optional<Pixel> pixel(Spot spot) {
    Seen seen = see(spot);
    return seen.ahead < NEAR_METERS ? Optional.empty() : Optional.of(toPixel(seen));
  }

  /**
   * A flat outline as it is in the picture: what lies behind the camera is cut off.
   *
   * @return at least three corners, or none where all of it lies behind
   */
  public List<Pixel> outline(List<Spot> corners) {
    List<Pixel> kept = new ArrayList<>();
    Seen before = see(corners.get(corners.size() - 1));
    for (Spot corner : corners) {
      Seen now = see(corner);
      if (before.ahead < NEAR_METERS != now.ahead < NEAR_METERS) {
        kept.add(toPixel(before.towards(now, NEAR_METERS)));
      }
      if (now.ahead >= NEAR_METERS) {
        kept.add(toPixel(now));
      }
      before = now;
    }
    return kept.size() < 3 ? List.of() : kept;
  }

  private Seen see(Spot spot) {
    double level = spot.eastMeters * sinAzimuth + spot.northMeters * cosAzimuth;
    double below = mountHeightMeters - spot.upMeters;
    return new Seen(
        level * cosTilt + below * sinTilt,
        spot.eastMeters * cosAzimuth - spot.northMeters * sinAzimuth,
        below * cosTilt - level * sinTilt);
  }

  private Pixel toPixel(Seen seen) {
    double scale = focalPixels / seen.ahead;
    return new Pixel(middleX + seen.right * scale, middleY + seen.down * scale, seen.ahead);
  }

  /** A place in metres along the axes of the lens. */
  private record Seen(double ahead, double right, double down) {
    Seen towards(Seen other, double wantedAhead) {
      double share = (wantedAhead - ahead) / (other.ahead - ahead);
      return new Seen(
          wantedAhead, right + share * (other.right - right), down + share * (other.down - down));
    }
  }
}
