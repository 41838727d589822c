package org.wangge.incident;

/**
 * An incident that is loaded as it stands, with the key of its report.
 *
 * @param key of the report, so that the same is not loaded twice
 * @param incident as it stands; its id and number are given when it is loaded
 */
public record Arrival(String key, Incident incident) {}
