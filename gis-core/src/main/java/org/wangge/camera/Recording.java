package org.wangge.camera;

import java.time.Duration;
import java.time.Instant;
import org.wangge.word.Word;

/** Whether a recording of a past instant can be expected from a camera. */
public enum Recording implements Word {
  /** it was connected, and its owner still keeps that day */
  KEPT,
  /** it was never connected: its owner may still keep that day, and has to be asked */
  WITH_OWNER,
  /** it sent nothing then */
  SILENT,
  /** what it recorded then is deleted by now */
  EXPIRED;

  /** What to expect of a camera as it stood at an instant that is past. */
  static Recording of(Camera camera, Instant at, Instant now) {
    if (at.isBefore(now.minus(Duration.ofDays(camera.upkeep().keptDays())))) {
      return EXPIRED;
    }
    return switch (camera.state()) {
      case ONLINE -> KEPT;
      case OFFLINE -> SILENT;
      case REGISTERED -> WITH_OWNER;
    };
  }
}
