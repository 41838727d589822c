/** Tests of the life of incidents. */
@NullMarked
package org.wangge.incident;

import org.jspecify.annotations.NullMarked;
