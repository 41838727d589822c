/** Tests of the limits of stages. */
@NullMarked
package org.wangge.incident.dispatch;

import org.jspecify.annotations.NullMarked;
