/** The command line: what a person at a terminal can ask of the program. */
@NullMarked
package org.wangge.server.cli;

import org.jspecify.annotations.NullMarked;
