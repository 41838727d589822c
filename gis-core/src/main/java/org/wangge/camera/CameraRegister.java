package org.wangge.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Reads and takes in cameras for whoever works here. Thread-safe. */
public final class CameraRegister {
  private static final int MOST = 100_000;

  private final Transactions transactions;
  private final CameraStore store;
  private final CameraSights sights;

  public CameraRegister(Transactions transactions, CameraStore store, CameraSights sights) {
    this.transactions = transactions;
    this.store = store;
    this.sights = sights;
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

  /** Those that see a place on the ground among the buildings that stand now, the best first. */
  public List<Covering> covering(Caller caller, LatticePoint place) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    List<Sight> seeing = sights.seeing(place);
    return transactions
        .read(
            tx ->
                seeing.stream()
                    .flatMap(
                        sight ->
                            store.find(tx, reader, sight.eye().id()).stream()
                                .map(camera -> covering(camera, sight, place)))
                    .toList())
        .stream()
        .sorted(Covering.BEST_FIRST)
        .toList();
  }

  private static Covering covering(Camera camera, Sight sight, LatticePoint place) {
    return new Covering(camera, sight, sight.judge(place, Sight.GROUND));
  }

  /**
   * What a camera sees of the ground.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public Coverage coverage(Caller caller, String id) {
    Camera camera = get(caller, id);
    return new Coverage(camera, SeenGround.of(sights.of(camera)));
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
