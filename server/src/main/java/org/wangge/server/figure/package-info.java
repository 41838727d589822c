/** Figures over HTTP, as files and on paper. */
@NullMarked
package org.wangge.server.figure;

import org.jspecify.annotations.NullMarked;
