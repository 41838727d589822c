package org.wangge.incident;

/**
 * What a reporter gets.
 *
 * @param token lets whoever holds it follow the answer
 * @param incident what became of the report
 * @param isNew whether the report came for the first time
 */
public record Receipt(String token, Incident incident, boolean isNew) {}
