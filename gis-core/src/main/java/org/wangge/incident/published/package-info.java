/** What anyone may know of what was reported: no words, no people, no exact place. */
@NullMarked
package org.wangge.incident.published;

import org.jspecify.annotations.NullMarked;
