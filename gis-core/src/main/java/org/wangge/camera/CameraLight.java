package org.wangge.camera;

import java.util.Optional;
import org.wangge.word.Word;

/** With what light a camera sees in the dark; after GB/T 28181, SupplyLightType. */
public enum CameraLight implements Word {
  /** none of its own */
  NONE,
  INFRARED,
  WHITE,
  /** nobody has said */
  UNKNOWN;

  public static Optional<CameraLight> find(String word) {
    return Word.find(CameraLight.class, word);
  }
}
