package org.wangge.server.live;

import java.util.function.BooleanSupplier;
import org.wangge.access.Caller;

/**
 * On whose behalf a stream is read.
 *
 * @param caller who was found to ask when the stream began
 * @param isOpen whether the session it was asked with goes on
 */
record Reading(Caller caller, BooleanSupplier isOpen) {}
