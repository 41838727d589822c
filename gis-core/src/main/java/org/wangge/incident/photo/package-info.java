/** Photos of incidents: kept without what their files told of phones and people. */
@NullMarked
package org.wangge.incident.photo;

import org.jspecify.annotations.NullMarked;
