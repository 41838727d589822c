/** Loads the demonstration: the generated town, or a generated city of any number of grids. */
@NullMarked
package org.wangge.server.demo;

import org.jspecify.annotations.NullMarked;
