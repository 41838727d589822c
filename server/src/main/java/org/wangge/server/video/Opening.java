package org.wangge.server.video;

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
    byte[] bytes, String codec, int widthPixels, int heightPixels, Timing timing) {}
