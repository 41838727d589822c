/** What files of incidents of every kind have in common: they wait, and then go with one thing. */
@NullMarked
package org.wangge.incident.file;

import org.jspecify.annotations.NullMarked;
