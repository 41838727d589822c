package org.wangge.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Reads and takes in cameras for whoever works here. Thread-safe. */
public final class CameraRegister {
  private static final double FARTHEST_METERS = 5_000;
  private static final int MOST = 100_000;

  private final Transactions transactions;
  private final CameraStore store;

  public CameraRegister(Transactions transactions, CameraStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<Camera> list(Caller caller, CameraQuery query) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    return transactions.read(tx -> store.list(tx, reader, query));
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public Camera get(Caller caller, String id) {
    return get(caller, Right.READ_CAMERAS, id);
  }

  /**
   * The one of an id, for whoever may look at its picture.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not look
   */
  public Camera getToWatch(Caller caller, String id) {
    return get(caller, Right.WATCH_CAMERAS, id);
  }

  private Camera get(Caller caller, Right right, String id) {
    Caller reader = caller.with(right);
    return transactions
        .read(tx -> store.find(tx, reader, id))
        .orElseThrow(() -> new NotFound("camera-unknown", Map.of("id", id)));
  }

  /** Those whose sectors hold a place, the best first; ranges beyond 5 km are cut there. */
  public List<Covering> covering(Caller caller, LatticePoint place) {
    LatticeBox box = LatticeBox.around(place, FARTHEST_METERS);
    return Covering.rank(list(caller, new CameraQuery(null, null, box, "", MOST)), place);
  }

  /**
   * Those within a distance of a place, the nearest first.
   *
   * @param query which of them; its box is that of the distance
   */
  public List<Nearby> near(
      Caller caller, CameraQuery query, LatticePoint place, double withinMeters, int most) {
    LatticeBox box = LatticeBox.around(place, withinMeters);
    return list(caller, new CameraQuery(query.area(), query.state(), box, "", MOST)).stream()
        .map(camera -> new Nearby(camera, Geodesy.distanceMeters(place, camera.location())))
        .filter(near -> near.distanceMeters() <= withinMeters)
        .sorted(
            Comparator.comparingDouble(Nearby::distanceMeters)
                .thenComparing(near -> near.camera().id()))
        .limit(most)
        .toList();
  }

  /**
   * A camera and how far it stands from a place.
   *
   * @param camera which
   * @param distanceMeters on the ground
   */
  public record Nearby(Camera camera, double distanceMeters) {}

  /** Adds many within a transaction, with one event. */
  public void load(Tx tx, Caller caller, List<Camera> cameras) {
    caller.with(Right.RUN);
    store.add(tx, caller, cameras);
    tx.record(new CameraEvent.CamerasLoaded(cameras.size()));
  }
}
