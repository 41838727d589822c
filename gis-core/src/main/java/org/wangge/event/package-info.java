/** What happened: events, the transaction that carries them, and the numbered log. */
@NullMarked
package org.wangge.event;

import org.jspecify.annotations.NullMarked;
