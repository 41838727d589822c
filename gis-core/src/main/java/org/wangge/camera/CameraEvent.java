package org.wangge.camera;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to cameras. */
public sealed interface CameraEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_CAMERAS);

  /** Many came in at once. */
  record CamerasLoaded(int count) implements CameraEvent {
    @Override
    public String type() {
      return "camera-cameras-loaded";
    }

    @Override
    public String subject() {
      return "cameras";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }

  /** What happens to one camera. */
  sealed interface OfOne extends CameraEvent {
    String id();

    /** Grid it stands in afterwards; empty outside every grid. */
    String grid();

    @Override
    default String subject() {
      return id();
    }

    @Override
    default Map<String, Object> facts() {
      return Map.of("grid", grid());
    }
  }

  /** One was entered into the register. */
  record CameraAdded(String id, String grid) implements OfOne {
    @Override
    public String type() {
      return "camera-added";
    }
  }

  /** Something about it is different, now or for a time that is past. */
  record CameraChanged(String id, String grid) implements OfOne {
    @Override
    public String type() {
      return "camera-changed";
    }
  }

  /** It was taken down. */
  record CameraEnded(String id, String grid) implements OfOne {
    @Override
    public String type() {
      return "camera-ended";
    }
  }

  /** The last change was taken back. */
  record CameraTakenBack(String id, String grid) implements OfOne {
    @Override
    public String type() {
      return "camera-taken-back";
    }
  }
}
