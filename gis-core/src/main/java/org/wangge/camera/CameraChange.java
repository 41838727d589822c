package org.wangge.camera;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to be different about a camera; whatever is empty stays as it is.
 *
 * @param name what its owner calls it
 * @param pose what becomes of where it is mounted and which way it looks
 * @param state whether pictures can be had from it
 * @param upkeep what becomes of who keeps it
 */
public record CameraChange(
    Optional<String> name,
    UnaryOperator<CameraPose> pose,
    Optional<CameraState> state,
    UnaryOperator<CameraUpkeep> upkeep) {

  /** The camera with the change made; its grid is to be found anew. */
  Camera apply(Camera camera) {
    return new Camera(
        camera.id(),
        name.orElse(camera.name()),
        pose.apply(camera.pose()),
        state.orElse(camera.state()),
        upkeep.apply(camera.upkeep()),
        camera.gridCode(),
        camera.generated());
  }
}
