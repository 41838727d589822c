/** What plans change, as answers and as sheets to take along. */
@NullMarked
package org.wangge.server.plan.impact;

import org.jspecify.annotations.NullMarked;
