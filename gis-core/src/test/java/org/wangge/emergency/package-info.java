/** Tests of emergencies. */
@NullMarked
package org.wangge.emergency;

import org.jspecify.annotations.NullMarked;
