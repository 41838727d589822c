@NullMarked
package org.wangge.wall;

import org.jspecify.annotations.NullMarked;
