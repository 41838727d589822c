/**
 * Makes outlines fit together that overlap, gape or have other vertices than their neighbours: by
 * their coordinates alone, knowing nothing of plans.
 */
@NullMarked
package org.wangge.plan.repair;

import org.jspecify.annotations.NullMarked;
