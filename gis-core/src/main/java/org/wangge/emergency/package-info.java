/** The switch between peace and emergency (平战结合): who serves where they live, and what is left. */
@NullMarked
package org.wangge.emergency;

import org.jspecify.annotations.NullMarked;
