/**
 * What screens on a wall show: figures at a glance, and how things stood at an instant that is
 * over.
 */
@NullMarked
package org.wangge.wall;

import org.jspecify.annotations.NullMarked;
