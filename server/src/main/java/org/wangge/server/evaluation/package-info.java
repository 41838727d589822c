/** Evaluation over HTTP and in the database. */
@NullMarked
package org.wangge.server.evaluation;

import org.jspecify.annotations.NullMarked;
