package org.wangge.incident;

import java.time.ZoneId;
import org.wangge.clock.DueReason;
import org.wangge.incident.limit.StageClock;

/**
 * Why a stage of an incident is or was due when it is.
 *
 * @param clock whose
 * @param current whether it still runs or stands still, rather than having ended
 * @param zone whose clocks on the wall its calendar goes by
 * @param reason the spans that were counted, and what it stood still for
 */
public record StageReason(StageClock clock, boolean current, ZoneId zone, DueReason reason) {}
