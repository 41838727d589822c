/** Cameras: where they stand and which way they look. */
@NullMarked
package org.wangge.camera;

import org.jspecify.annotations.NullMarked;
