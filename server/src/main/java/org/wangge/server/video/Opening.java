package org.wangge.server.video;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a player of fragmented MP4 needs first (ISO/IEC 14496-12: boxes {@code ftyp} and {@code
 * moov}). The bytes are shared; nobody changes them.
 *
 * @param bytes of both boxes
 * @param codec after RFC 6381, such as {@code avc1.42C01F}
 * @param widthPixels of the picture
 * @param heightPixels of the picture
 * @param timing how its time line is counted
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copies would cost each viewer one.
public record Opening(
    byte[] bytes, String codec, int widthPixels, int heightPixels, Timing timing) {

  /**
   * What a player has to know first.
   *
   * @param generated whether the pictures are made up
   */
  Map<String, Object> about(boolean generated) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("codec", codec);
    about.put("width", widthPixels);
    about.put("height", heightPixels);
    about.put("generated", generated);
    return about;
  }
}
