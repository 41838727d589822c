package org.wangge.camera;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.geo.LatticeShape;
import org.wangge.memory.LimitedMap;

/**
 * What cameras see of the ground now, kept for whoever asks again: to cut an outline takes some
 * milliseconds. What was kept counts only for the same pose among the same buildings, so nobody has
 * to tell of changes. Thread-safe.
 */
final class SeenGrounds {
  /** About 10 kB each. */
  private static final int MOST = 2_000;

  private final Map<String, Kept> byCamera = LimitedMap.of(MOST);

  /** A building as far as it decides what is seen. */
  private record Block(LatticeShape footprint, int heightCentimeters) {}

  private record Kept(Eye eye, Set<Block> among, SeenGround ground) {
    boolean isOf(Eye otherEye, Set<Block> others) {
      return eye.equals(otherEye) && among.equals(others);
    }
  }

  /** What a camera sees now. */
  SeenGround now(Sight sight) {
    Set<Block> among = among(sight);
    Kept kept = find(sight);
    if (kept != null && kept.isOf(sight.eye(), among)) {
      return kept.ground;
    }
    SeenGround ground = SeenGround.of(sight);
    synchronized (byCamera) {
      byCamera.put(sight.eye().id(), new Kept(sight.eye(), among, ground));
    }
    return ground;
  }

  /** What a camera saw; mostly that is what it sees now. */
  SeenGround then(Sight sight) {
    Kept kept = find(sight);
    return kept != null && kept.isOf(sight.eye(), among(sight))
        ? kept.ground
        : SeenGround.of(sight);
  }

  private @Nullable Kept find(Sight sight) {
    synchronized (byCamera) {
      return byCamera.get(sight.eye().id());
    }
  }

  private static Set<Block> among(Sight sight) {
    return sight.near().stream()
        .map(one -> new Block(one.footprint(), one.heightCentimeters()))
        .collect(Collectors.toSet());
  }
}
