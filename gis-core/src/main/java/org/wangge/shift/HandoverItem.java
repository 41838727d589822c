package org.wangge.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a handover sheet: ids, codes and names of things, nothing personal.
 *
 * @param kind what
 * @param subject its id
 * @param label what people call it: a number or a name
 * @param detail a code that says more: a category, a level, a reason
 * @param area code of the area it is in; empty where that is not known
 * @param atOrNull since when, or when it was due; null where nobody knows
 */
public record HandoverItem(
    HandoverKind kind,
    String subject,
    String label,
    String detail,
    String area,
    @Nullable Instant atOrNull) {}
