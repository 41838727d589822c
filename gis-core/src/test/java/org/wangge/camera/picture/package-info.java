/** Tests of simulated pictures. */
@NullMarked
package org.wangge.camera.picture;

import org.jspecify.annotations.NullMarked;
