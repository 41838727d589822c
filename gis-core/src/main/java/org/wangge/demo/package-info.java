/** The demonstration town and city, generated from a seed: nothing in them is real. */
@NullMarked
package org.wangge.demo;

import org.jspecify.annotations.NullMarked;
