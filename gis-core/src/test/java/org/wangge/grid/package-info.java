/** Tests of areas and their index, and the coverages they use. */
@NullMarked
package org.wangge.grid;

import org.jspecify.annotations.NullMarked;
