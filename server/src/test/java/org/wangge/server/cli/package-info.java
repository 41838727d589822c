/** Tests of the command line. */
@NullMarked
package org.wangge.server.cli;

import org.jspecify.annotations.NullMarked;
