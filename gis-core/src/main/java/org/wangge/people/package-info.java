/** Who works here and may do what. */
@NullMarked
package org.wangge.people;

import org.jspecify.annotations.NullMarked;
