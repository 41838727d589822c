/** Tests of campaigns. */
@NullMarked
package org.wangge.campaign;

import org.jspecify.annotations.NullMarked;
