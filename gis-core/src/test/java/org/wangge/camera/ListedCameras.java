package org.wangge.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.sight.Sight;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;

/** Cameras in lists, where no building stands. What is known of each is never forgotten. */
public final class ListedCameras implements CameraStore, CameraSights {
  /** Of each camera all that was ever known, the newest last. */
  final Map<String, List<CameraHistory>> known = new TreeMap<>();

  /** Cameras that stand from an instant on. */
  public void put(Instant from, Camera... cameras) {
    for (Camera camera : cameras) {
      known
          .computeIfAbsent(camera.id(), id -> new ArrayList<>())
          .add(
              new CameraHistory(
                  camera.id(), 1, from, List.of(new CameraVersion(camera, Validity.since(from)))));
    }
  }

  private Optional<CameraHistory> history(String id, @Nullable Instant at) {
    return known.getOrDefault(id, List.of()).stream()
        .filter(one -> at == null || !one.knownSince().isAfter(at))
        .reduce((before, after) -> after);
  }

  private Stream<CameraEntry> standing(Instant at) {
    return known.keySet().stream()
        .flatMap(id -> history(id, null).stream())
        .flatMap(
            history ->
                history.at(at).stream()
                    .map(one -> new CameraEntry(one.camera(), one.valid(), history.revision())));
  }

  @Override
  public Optional<CameraEntry> find(Tx tx, Caller caller, String id, @Nullable AsOf asOf) {
    return standing(asOf == null ? tx.now() : asOf.at())
        .filter(one -> one.camera().id().equals(id))
        .filter(one -> caller.scope().covers(one.camera().gridCode(), one.camera().location()))
        .findFirst();
  }

  @Override
  public List<CameraEntry> list(Tx tx, Caller caller, CameraQuery query) {
    return standing(tx.now())
        .filter(one -> query.box() == null || query.box().contains(one.camera().location()))
        .toList();
  }

  @Override
  public int count(Tx tx, Caller caller, String areaCode) {
    return list(tx, caller, CameraQuery.all()).size();
  }

  @Override
  public List<CameraVersion> versionsIn(Tx tx, Caller caller, LatticeBox box, Validity during) {
    return known.keySet().stream()
        .flatMap(id -> history(id, null).stream())
        .flatMap(history -> history.versions().stream())
        .filter(one -> box.contains(one.camera().location()))
        .filter(one -> one.valid().to().map(during.from()::isBefore).orElse(true))
        .filter(one -> during.to().map(one.valid().from()::isBefore).orElse(true))
        .toList();
  }

  @Override
  public Optional<CameraHistory> history(Tx tx, Caller caller, String id, @Nullable Instant at) {
    return history(id, at);
  }

  @Override
  public void add(Tx tx, Caller caller, List<Camera> cameras, Instant from) {
    for (Camera camera : cameras) {
      if (known.containsKey(camera.id())) {
        throw new Conflict("camera-taken", Map.of("id", camera.id()));
      }
      known.put(
          camera.id(),
          new ArrayList<>(
              List.of(
                  new CameraHistory(
                      camera.id(),
                      1,
                      tx.now(),
                      List.of(new CameraVersion(camera, Validity.since(from)))))));
    }
  }

  @Override
  public void replace(Tx tx, Caller caller, CameraHistory before, List<CameraVersion> after) {
    known
        .computeIfAbsent(before.id(), id -> new ArrayList<>())
        .add(new CameraHistory(before.id(), before.revision() + 1, tx.now(), after));
  }

  @Override
  public List<Sight> seeing(LatticePoint place) {
    return known.keySet().stream()
        .flatMap(id -> history(id, null).stream())
        .map(history -> Sight.of(history.newest().camera().eye(), List.of()))
        .filter(sight -> sight.sees(place))
        .toList();
  }

  @Override
  public List<Sight> seeingTurned(LatticePoint place) {
    return known.keySet().stream()
        .flatMap(id -> history(id, null).stream())
        .map(history -> history.newest().camera())
        .filter(Camera::ptz)
        .map(camera -> Sight.of(camera.turnedEye(), List.of()))
        .filter(sight -> sight.sees(place))
        .toList();
  }

  @Override
  public Sight of(Caller caller, Camera camera, @Nullable Instant at) {
    return Sight.of(camera.eye(), List.of());
  }
}
