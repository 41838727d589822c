/** Photos of incidents: what is sent is checked, made anew, kept and shown. */
@NullMarked
package org.wangge.server.incident.photo;

import org.jspecify.annotations.NullMarked;
