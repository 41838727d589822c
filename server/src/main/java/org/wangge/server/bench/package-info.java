/**
 * Benchmarks: plain programs on fixed data that compare a part of the product with its rivals in
 * the same process, for equal answers first and for time second.
 */
@NullMarked
package org.wangge.server.bench;

import org.jspecify.annotations.NullMarked;
