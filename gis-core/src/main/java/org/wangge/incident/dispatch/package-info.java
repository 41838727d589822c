/** Who handles an incident: departments, tasks, and who is proposed for what reasons. */
@NullMarked
package org.wangge.incident.dispatch;

import org.jspecify.annotations.NullMarked;
