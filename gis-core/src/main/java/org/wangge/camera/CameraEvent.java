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
}
