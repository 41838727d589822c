/** Tests of visits. */
@NullMarked
package org.wangge.visit;

import org.jspecify.annotations.NullMarked;
