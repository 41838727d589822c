/** Tests of figures. */
@NullMarked
package org.wangge.figure;

import org.jspecify.annotations.NullMarked;
