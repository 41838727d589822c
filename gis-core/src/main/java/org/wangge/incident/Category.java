package org.wangge.incident;

/**
 * A kind of incident.
 *
 * @param code stable, in kebab case
 * @param nameZh Chinese name
 * @param nameEn English name
 */
public record Category(String code, String nameZh, String nameEn) {}
