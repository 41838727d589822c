/**
 * How much of the ground of grids cameras see, and what they do not see: shares, blind spots,
 * places where much happens and nobody looks, and where more cameras would help most.
 *
 * <p>All of it is counted over places of a mesh ({@link org.wangge.camera.cover.SampleMesh}), each
 * of which is asked of {@link org.wangge.camera.sight.SightIndex}: exact there, and nothing is said
 * of what lies between.
 */
@NullMarked
package org.wangge.camera.cover;

import org.jspecify.annotations.NullMarked;
