package org.wangge.server.video;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What makes the pictures of a made-up camera.
 *
 * @param painter what it sees; a new one for each user, since painters have one
 * @param clockOffset what its own clock shows less the time it is
 */
public record PaintedCamera(Supplier<FramePainter> painter, Duration clockOffset) {}
