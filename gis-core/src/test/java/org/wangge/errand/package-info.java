/** Tests of errands. */
@NullMarked
package org.wangge.errand;

import org.jspecify.annotations.NullMarked;
