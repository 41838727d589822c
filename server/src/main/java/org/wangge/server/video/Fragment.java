package org.wangge.server.video;

/**
 * A piece of fragmented MP4 that can be sent by itself (boxes {@code moof} and {@code mdat}). The
 * bytes are shared; nobody changes them.
 *
 * @param bytes of both boxes
 * @param startsGroup whether its first picture is a key picture, so that a player can start here
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copies would cost each viewer one.
public record Fragment(byte[] bytes, boolean startsGroup) {}
