/** What stands and lies on the ground: streets, buildings, water, green. */
@NullMarked
package org.wangge.place;

import org.jspecify.annotations.NullMarked;
