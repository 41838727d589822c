package org.wangge.camera;

import java.util.Optional;
import org.wangge.word.Word;

/** Whether pictures can be had from a camera. */
public enum CameraState implements Word {
  /** connected and sending */
  ONLINE,
  /** connected before, silent now */
  OFFLINE,
  /** known by its register only, never connected */
  REGISTERED;

  public static Optional<CameraState> find(String word) {
    return Word.find(CameraState.class, word);
  }
}
