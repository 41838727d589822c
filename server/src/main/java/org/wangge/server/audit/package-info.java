/** The record of who did, saw or was refused what: kept, sealed, signed, verified and shown. */
@NullMarked
package org.wangge.server.audit;

import org.jspecify.annotations.NullMarked;
