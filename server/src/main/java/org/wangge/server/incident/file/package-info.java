/** What files of incidents of every kind have in common: how they are kept, swept and asked for. */
@NullMarked
package org.wangge.server.incident.file;

import org.jspecify.annotations.NullMarked;
