/** Tests of the limits of stages. */
@NullMarked
package org.wangge.incident.limit;

import org.jspecify.annotations.NullMarked;
