package org.wangge.camera;

import org.wangge.camera.sight.SeenGround;

/**
 * What a camera sees of the ground.
 *
 * @param camera which
 * @param ground its sectors, and what buildings leave of them
 */
public record Coverage(Camera camera, SeenGround ground) {}
