/** Where people on duty walked. */
@NullMarked
package org.wangge.patrol;

import org.jspecify.annotations.NullMarked;
