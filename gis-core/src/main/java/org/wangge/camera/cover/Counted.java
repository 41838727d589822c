package org.wangge.camera.cover;

import org.wangge.word.Word;

/** Which cameras count. */
public enum Counted implements Word {
  /** those that a picture can be had from now */
  ONLINE,
  /** all there are, as if each of them worked */
  ALL
}
