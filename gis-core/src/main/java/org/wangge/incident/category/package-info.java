/** What incidents are about: a register of categories with versions, changed by administrators. */
@NullMarked
package org.wangge.incident.category;

import org.jspecify.annotations.NullMarked;
