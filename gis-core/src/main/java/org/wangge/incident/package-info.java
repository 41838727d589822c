/** What happens in the grids and is brought to a close in six steps. */
@NullMarked
package org.wangge.incident;

import org.jspecify.annotations.NullMarked;
