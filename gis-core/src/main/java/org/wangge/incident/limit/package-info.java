/** How long each stage of an incident may take: data, by category and circumstance. */
@NullMarked
package org.wangge.incident.limit;

import org.jspecify.annotations.NullMarked;
