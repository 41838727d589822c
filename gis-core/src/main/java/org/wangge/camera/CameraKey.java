package org.wangge.camera;

/**
 * A camera, as somebody has read it.
 *
 * @param id of the camera
 * @param revision that was read, see {@link CameraHistory#revision}
 */
public record CameraKey(String id, int revision) {}
