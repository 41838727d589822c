/**
 * What stands and lies on the ground, and since when: estates, buildings, homes, streets, water,
 * green.
 */
@NullMarked
package org.wangge.place;

import org.jspecify.annotations.NullMarked;
