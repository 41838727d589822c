@NullMarked
package org.wangge.shift;

import org.jspecify.annotations.NullMarked;
