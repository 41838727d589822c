package org.wangge.people;

import org.wangge.word.Word;

/** What acts here without a person at it. */
public enum DeviceKind implements Word {
  /** A screen that hangs somewhere: it only reads. */
  WALL,
  /** An app on a phone: it only sends where it is. */
  PHONE
}
