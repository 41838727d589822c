/** Tests of whistles. */
@NullMarked
package org.wangge.whistle;

import org.jspecify.annotations.NullMarked;
