package org.wangge.server.video;

import java.time.Duration;
import java.time.Instant;

/**
 * A piece of fragmented MP4 that can be sent by itself (boxes {@code moof} and {@code mdat}). The
 * bytes are shared; nobody changes them.
 *
 * @param bytes of both boxes
 * @param startsGroup whether its first picture is a key picture, so that a player can start here
 * @param begin where it begins on the time line of its stream
 * @param length how long it lasts
 * @param at the instant of its first picture by this server's clock: of a live picture, when it
 *     arrived less how long it lasts
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copies would cost each viewer one.
public record Fragment(
    byte[] bytes, boolean startsGroup, Duration begin, Duration length, Instant at) {

  /** The same as of another instant. */
  Fragment at(Instant other) {
    return new Fragment(bytes, startsGroup, begin, length, other);
  }
}
