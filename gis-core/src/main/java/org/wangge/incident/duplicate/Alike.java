package org.wangge.incident.duplicate;

import org.wangge.incident.Incident;

/**
 * An incident that is likely the same as something else.
 *
 * @param incident which
 * @param meters how far it is
 * @param score as {@link Likeness} has it
 */
public record Alike(Incident incident, double meters, double score) {}
