/** Tests of imports, on real and on broken files. */
@NullMarked
package org.wangge.server.importing;

import org.jspecify.annotations.NullMarked;
