/**
 * What cameras see of the ground, and which of very many see a place.
 *
 * <p>{@link org.wangge.camera.sight.Sight} decides for one camera exactly; {@link
 * org.wangge.camera.sight.SightIndex} answers for a city and agrees with it everywhere.
 */
@NullMarked
package org.wangge.camera.sight;

import org.jspecify.annotations.NullMarked;
