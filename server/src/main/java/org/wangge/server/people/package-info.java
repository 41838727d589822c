/** Who signs in. */
@NullMarked
package org.wangge.server.people;

import org.jspecify.annotations.NullMarked;
