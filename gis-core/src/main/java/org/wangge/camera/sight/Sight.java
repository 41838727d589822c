package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Verdict.Reason;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * What one camera sees among the buildings around it, exactly. A place is seen by a lens that it is
 * neither too near nor too far for, within its angle, when no building is between them; borders
 * belong to what is seen. The ground counts as flat.
 *
 * <p>Immutable and thread-safe. A question takes some nanoseconds for each wall near the line of
 * sight, and allocates nothing.
 */
public final class Sight {
  /** Height of a place on the ground. */
  public static final int GROUND = 0;

  private static final Blocker[] NONE = {};

  private final Eye eye;
  private final FootPlane plane;
  private final LensView[] views;
  private final Blocker[] blockers;
  private final LatticeBox reach;

  private Sight(Eye eye, FootPlane plane, LatticeBox reach, Blocker[] blockers) {
    this.eye = eye;
    this.plane = plane;
    this.reach = reach;
    this.blockers = blockers;
    views = eye.lenses().stream().map(LensView::of).toArray(LensView[]::new);
  }

  /**
   * The sight of a camera.
   *
   * @param around buildings; those out of its reach are left away
   */
  public static Sight of(Eye eye, Collection<Blocker> around) {
    LatticeBox reach = reachOf(eye);
    List<Blocker> near = new ArrayList<>();
    for (Blocker blocker : around) {
      if (blocker.box().intersects(reach) && blocker.heightCentimeters() > GROUND) {
        near.add(blocker);
      }
    }
    return new Sight(eye, FootPlane.at(eye.place()), reach, near.toArray(NONE));
  }

  /** A box that holds all it may see, and buildings that matter touch. */
  public static LatticeBox reachOf(Eye eye) {
    return LatticeBox.around(eye.place(), eye.farMeters() + 1);
  }

  public Eye eye() {
    return eye;
  }

  /** Metres from its foot. */
  public FootPlane plane() {
    return plane;
  }

  public LatticeBox reach() {
    return reach;
  }

  /** The buildings in its reach. */
  public List<Blocker> near() {
    return List.of(blockers);
  }

  /** The same; do not change them. */
  Blocker[] blockers() {
    return blockers;
  }

  /** Its lenses; do not change them. */
  LensView[] views() {
    return views;
  }

  /** Whether it sees a place on the ground. */
  public boolean sees(LatticePoint place) {
    return sees(place.lon(), place.lat(), GROUND);
  }

  /**
   * Whether it sees something above a place.
   *
   * @param lon of the place, lattice units
   * @param lat of the place, lattice units
   * @param height above the ground, centimetres
   */
  public boolean sees(int lon, int lat, int height) {
    if (!isFarApart(lon, lat)) {
      int east = lon - eye.place().lon();
      int north = lat - eye.place().lat();
      double x = east * plane.metersPerLon();
      double y = north * plane.metersPerLat();
      double squared = x * x + y * y;
      for (LensView view : views) {
        if (view.holds(x, y, squared)) {
          return blocking(east, north, height) == null;
        }
      }
    }
    return false;
  }

  /** The same, and why. */
  public Verdict judge(LatticePoint place, int height) {
    int east = place.lon() - eye.place().lon();
    int north = place.lat() - eye.place().lat();
    double x = east * plane.metersPerLon();
    double y = north * plane.metersPerLat();
    double distance = Math.sqrt(x * x + y * y);
    LensView best = views[0];
    for (LensView view : views) {
      if (view.reason(x, y).compareTo(best.reason(x, y)) > 0) {
        best = view;
      }
    }
    Reason reason = best.reason(x, y);
    Blocker blocking = reason == Reason.SEEN ? blocking(east, north, height) : null;
    return new Verdict(
        blocking == null ? reason : Reason.HIDDEN,
        blocking == null ? "" : blocking.id(),
        distance,
        best.offAxisDegrees(x, y));
  }

  private boolean isFarApart(int lon, int lat) {
    return lon < reach.west() || lon > reach.east() || lat < reach.south() || lat > reach.north();
  }

  /** The first building found that hides a place; null where none does. */
  private @Nullable Blocker blocking(int east, int north, int height) {
    int lon = eye.place().lon();
    int lat = eye.place().lat();
    for (Blocker blocker : blockers) {
      if (blocker.hides(lon, lat, eye.mountCentimeters(), east, north, height)
          || (eye.indoor() && blocker.holds(lon, lat) && blocker.encloses(lon, lat, east, north))) {
        return blocker;
      }
    }
    return null;
  }
}
