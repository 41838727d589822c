/** Settings and the data folder. */
@NullMarked
package org.wangge.server.config;

import org.jspecify.annotations.NullMarked;
