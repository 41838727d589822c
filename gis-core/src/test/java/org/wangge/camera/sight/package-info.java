/** Tests of what cameras see. */
@NullMarked
package org.wangge.camera.sight;

import org.jspecify.annotations.NullMarked;
