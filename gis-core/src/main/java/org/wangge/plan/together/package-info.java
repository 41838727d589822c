/**
 * What people who plan together tell each other of a plan: names of states, comments with the
 * borders they are about, locks.
 */
@NullMarked
package org.wangge.plan.together;

import org.jspecify.annotations.NullMarked;
