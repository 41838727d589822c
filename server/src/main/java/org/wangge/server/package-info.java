/** The program: what is put together, and the table of its addresses. */
@NullMarked
package org.wangge.server;

import org.jspecify.annotations.NullMarked;
