/** Certificates: a local authority, what the server shows, and how phones come to trust it. */
@NullMarked
package org.wangge.server.tls;

import org.jspecify.annotations.NullMarked;
