package org.wangge.camera;

import java.util.Locale;
import java.util.Optional;

/** Whether pictures can be had from a camera. */
public enum CameraState {
  /** connected and sending */
  ONLINE,
  /** connected before, silent now */
  OFFLINE,
  /** known by its register only, never connected */
  REGISTERED;

  /** In URLs, files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CameraState> find(String word) {
    for (CameraState value : values()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
