/**
 * The pictures of simulated cameras: a small software renderer with a depth buffer, whose frame
 * holds exactly the ground that {@link org.wangge.camera.sight.Sight} says a camera sees.
 */
@NullMarked
package org.wangge.camera.picture;

import org.jspecify.annotations.NullMarked;
