/**
 * The live stream: what happens, told to every page that looks on, in the order of its numbers. A
 * reader is a place in the event log; nothing is kept for it but that place.
 */
@NullMarked
package org.wangge.server.live;

import org.jspecify.annotations.NullMarked;
