@NullMarked
package org.wangge.memory;

import org.jspecify.annotations.NullMarked;
