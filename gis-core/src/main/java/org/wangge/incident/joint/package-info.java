/** Joint handling: several who have an incident in hand, one leader, minutes, one decision. */
@NullMarked
package org.wangge.incident.joint;

import org.jspecify.annotations.NullMarked;
