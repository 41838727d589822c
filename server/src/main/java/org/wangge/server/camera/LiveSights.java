package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEvent;
import org.wangge.camera.CameraSights;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.event.DomainEvent;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Building;
import org.wangge.server.storage.Renewal;

/**
 * The index of what cameras see, kept in step: a camera that changes is drawn anew alone; when many
 * came in, or places changed, all is built anew in the background and swapped. Who asks before the
 * first is built waits for it. Thread-safe.
 */
final class LiveSights implements CameraSights, AutoCloseable {
  private final Ground ground;
  private final Renewal renewal = new Renewal("camera-sights", this::build);
  private final CompletableFuture<Drawn> first = new CompletableFuture<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Drawn drawn =
      new Drawn(
          SightIndex.of(List.of(), List.of()),
          SightIndex.of(List.of(), List.of()),
          new HashMap<>());

  /** Where it reads what it draws, in the background. */
  interface Ground {
    /** All cameras that stand now. */
    List<Camera> cameras();

    /** One of them; empty where it stands no more. */
    Optional<Camera> camera(String id);

    /** All buildings that stand now. */
    List<Building> buildings();

    /** Those whose box touched a box at an instant. */
    List<Building> buildings(Caller caller, LatticeBox box, Instant at);
  }

  /**
   * What is drawn.
   *
   * @param seen what cameras see
   * @param turned what those that can be turned can be made to see
   * @param eyes what was drawn of each; for the drawing thread
   */
  private record Drawn(SightIndex seen, SightIndex turned, Map<String, Eye> eyes) {}

  /** Is told, on the drawing thread, after what cameras see was drawn anew. */
  interface Listener {
    /** All was. */
    void drawn();

    /** One camera was; all that it saw and sees lies within some boxes. */
    void drawn(List<LatticeBox> around);
  }

  void afterDrawing(Listener listener) {
    listeners.add(listener);
  }

  /** Nothing is built before {@link #renew}. */
  LiveSights(Ground ground) {
    this.ground = ground;
  }

  /** To be told when places changed, and once at start. Many calls become one. */
  void renew() {
    renewal.renew();
  }

  /** Takes up what happened to cameras. */
  void follow(List<DomainEvent> events) {
    for (DomainEvent event : events) {
      if (event instanceof CameraEvent.CamerasLoaded) {
        renew();
      } else if (event instanceof CameraEvent.OfOne one) {
        renewal.then(() -> redraw(one.id()));
      }
    }
  }

  @Override
  public List<Sight> seeing(LatticePoint place) {
    return now().seen.seeing(place);
  }

  @Override
  public List<Sight> seeingTurned(LatticePoint place) {
    return now().turned.seeing(place);
  }

  @Override
  public Sight of(Caller caller, Camera camera, @Nullable Instant at) {
    Eye eye = camera.eye();
    return at == null
        ? now().seen.sightOf(eye)
        : Sight.of(eye, blockers(ground.buildings(caller, Sight.reachOf(eye), at)));
  }

  private static List<Blocker> blockers(List<Building> buildings) {
    return buildings.stream().map(BuildingBlocker::of).toList();
  }

  /** What cameras see now, drawn anew where something changed. */
  SightIndex index() {
    return now().seen;
  }

  private Drawn now() {
    first.join();
    return drawn;
  }

  private void build() {
    try {
      List<Camera> cameras = ground.cameras();
      Map<String, Eye> eyes = new HashMap<>();
      cameras.forEach(camera -> eyes.put(camera.id(), camera.eye()));
      List<Blocker> blockers = blockers(ground.buildings());
      List<Eye> turned = cameras.stream().filter(Camera::ptz).map(Camera::turnedEye).toList();
      drawn =
          new Drawn(SightIndex.of(eyes.values(), blockers), SightIndex.of(turned, blockers), eyes);
    } finally {
      first.complete(drawn);
    }
    listeners.forEach(Listener::drawn);
  }

  /** Read anew, so that it does not matter in which order changes are told. */
  private void redraw(String id) {
    Optional<Camera> camera = ground.camera(id);
    List<LatticeBox> around = new ArrayList<>();
    Optional.ofNullable(drawn.eyes.remove(id)).map(Sight::reachOf).ifPresent(around::add);
    camera
        .map(Camera::eye)
        .ifPresentOrElse(
            eye -> {
              around.add(Sight.reachOf(eye));
              drawn.eyes.put(id, eye);
              drawn.seen.put(eye);
            },
            () -> drawn.seen.remove(id));
    camera
        .filter(Camera::ptz)
        .ifPresentOrElse(one -> drawn.turned.put(one.turnedEye()), () -> drawn.turned.remove(id));
    listeners.forEach(listener -> listener.drawn(around));
  }

  /** Waits for what is being drawn, and draws no more. */
  @Override
  public void close() {
    renewal.close();
  }
}
