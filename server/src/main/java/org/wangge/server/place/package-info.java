/** Places and their addresses. */
@NullMarked
package org.wangge.server.place;

import org.jspecify.annotations.NullMarked;
