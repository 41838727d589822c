/** Reports and what became of them in the form of Open311 GeoReport v2. */
@NullMarked
package org.wangge.server.open311;

import org.jspecify.annotations.NullMarked;
