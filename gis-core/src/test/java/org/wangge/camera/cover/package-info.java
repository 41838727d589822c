/** Tests of how much cameras see of grids. */
@NullMarked
package org.wangge.camera.cover;

import org.jspecify.annotations.NullMarked;
