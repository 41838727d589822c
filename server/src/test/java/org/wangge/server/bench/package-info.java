/** Tests of the benchmarks: small runs of each, and of the harness they share. */
@NullMarked
package org.wangge.server.bench;

import org.jspecify.annotations.NullMarked;
