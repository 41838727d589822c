/** Tests of the limits of stages. */
@NullMarked
package org.wangge.incident.category;

import org.jspecify.annotations.NullMarked;
