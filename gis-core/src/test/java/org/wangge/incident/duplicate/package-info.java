@NullMarked
package org.wangge.incident.duplicate;

import org.jspecify.annotations.NullMarked;
