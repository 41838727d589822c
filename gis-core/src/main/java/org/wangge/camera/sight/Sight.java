package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Arrays;
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
  private static final LensView[] NO_OTHERS = {};

  private final Eye eye;
  private final double metersPerLon;
  private final double metersPerLat;

  /** Most cameras have one lens: the others are apart. */
  private final LensView first;

  private final LensView[] others;
  private final Blocker[] blockers;

  /** In which directions each of them stands. */
  private final byte[] directions;

  private final int mount;
  private final boolean indoor;
  private final int lon;
  private final int lat;
  private final int lonReach;
  private final int latReach;

  private Sight(Eye eye, LatticeBox reach, Blocker[] blockers) {
    this.eye = eye;
    FootPlane plane = FootPlane.at(eye.place());
    metersPerLon = plane.metersPerLon();
    metersPerLat = plane.metersPerLat();
    lon = eye.place().lon();
    lat = eye.place().lat();
    lonReach = reach.east() - lon;
    latReach = reach.north() - lat;
    mount = eye.mountCentimeters();
    indoor = eye.indoor();
    this.blockers = blockers;
    directions = Directions.of(blockers, lon, lat);
    first = LensView.of(eye.lenses().get(0));
    others =
        eye.lenses().size() == 1
            ? NO_OTHERS
            : eye.lenses().stream().skip(1).map(LensView::of).toArray(LensView[]::new);
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
    return new Sight(eye, reach, near.toArray(NONE));
  }

  /**
   * The same for questions about the ground only, and quicker: without buildings that no line of
   * sight meets, or that stand as a whole behind a wall of another.
   */
  static Sight overGround(Eye eye, Collection<Blocker> around) {
    Sight all = of(eye, around);
    Hidden hidden = new Hidden(all);
    List<Blocker> kept = new ArrayList<>();
    for (Blocker blocker : all.blockers) {
      Patch patch = Patch.of(all, blocker.box());
      boolean isOwn = blocker.holds(eye.place().lon(), eye.place().lat());
      if (isOwn || !(patch.isOutOfSight() || hidden.holds(patch))) {
        kept.add(blocker);
      }
    }
    return new Sight(eye, all.reach(), kept.toArray(NONE));
  }

  /** Whether another sight of the same camera is cut by the same buildings. */
  boolean isCutAs(Sight other) {
    return Arrays.equals(blockers, other.blockers);
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
    return new FootPlane(metersPerLon, metersPerLat);
  }

  public LatticeBox reach() {
    return new LatticeBox(lon - lonReach, lat - latReach, lon + lonReach, lat + latReach);
  }

  /** The buildings in its reach. */
  public List<Blocker> near() {
    return List.of(blockers);
  }

  /** The same; do not change them. */
  Blocker[] blockers() {
    return blockers;
  }

  int lensCount() {
    return 1 + others.length;
  }

  /** One of its lenses, from 0. */
  LensView lens(int i) {
    return i == 0 ? first : others[i - 1];
  }

  /** Whether it sees a place on the ground. */
  public boolean sees(LatticePoint place) {
    return sees(place.lon(), place.lat(), GROUND);
  }

  /**
   * Whether it sees something above a place.
   *
   * @param placeLon lattice units
   * @param placeLat lattice units
   * @param height above the ground, centimetres
   */
  public boolean sees(int placeLon, int placeLat, int height) {
    int east = placeLon - lon;
    int north = placeLat - lat;
    return isHeld(east, north) && blocking(east, north, height) == null;
  }

  /** Whether a place is in the view of a lens, whatever stands before it. */
  boolean holds(int placeLon, int placeLat) {
    return isHeld(placeLon - lon, placeLat - lat);
  }

  /** Whether a building hides a place on the ground, whatever the lenses hold. */
  boolean isHidden(int placeLon, int placeLat) {
    return blocking(placeLon - lon, placeLat - lat, GROUND) != null;
  }

  private boolean isHeld(int east, int north) {
    if (east < -lonReach || east > lonReach || north < -latReach || north > latReach) {
      return false;
    }
    double x = east * metersPerLon;
    double y = north * metersPerLat;
    double squared = x * x + y * y;
    if (first.holds(x, y, squared)) {
      return true;
    }
    for (LensView other : others) {
      if (other.holds(x, y, squared)) {
        return true;
      }
    }
    return false;
  }

  /** The same, and why. */
  public Verdict judge(LatticePoint place, int height) {
    int east = place.lon() - lon;
    int north = place.lat() - lat;
    double x = east * metersPerLon;
    double y = north * metersPerLat;
    double distance = Math.sqrt(x * x + y * y);
    int best = 0;
    for (int i = 1; i < lensCount(); i++) {
      if (lens(i).reason(x, y).compareTo(lens(best).reason(x, y)) > 0) {
        best = i;
      }
    }
    Reason reason = lens(best).reason(x, y);
    Blocker blocking = reason == Reason.SEEN ? blocking(east, north, height) : null;
    return new Verdict(
        blocking == null ? reason : Reason.HIDDEN,
        blocking == null ? "" : blocking.id(),
        distance,
        eye.lenses().get(best).offAxisDegrees(x, y));
  }

  /** The first building found that hides a place; null where none does. */
  private @Nullable Blocker blocking(int east, int north, int height) {
    int direction = Directions.of(east, north);
    for (int i = 0; i < blockers.length; i++) {
      if (Directions.meet(directions, i, direction)) {
        Blocker blocker = blockers[i];
        if (blocker.hides(lon, lat, mount, east, north, height)
            || (indoor && blocker.holds(lon, lat) && blocker.encloses(lon, lat, east, north))) {
          return blocker;
        }
      }
    }
    return null;
  }
}
