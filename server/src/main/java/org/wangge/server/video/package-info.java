/**
 * Live pictures of cameras: where they come from, how they are shared, and the socket they leave
 * by.
 */
@NullMarked
package org.wangge.server.video;

import org.jspecify.annotations.NullMarked;
