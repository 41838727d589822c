package org.wangge.people;

/**
 * A personal value as somebody may see it.
 *
 * @param text whole or masked; empty where nothing is on record
 * @param masked whether something was left out
 * @param revealable whether it can be shown whole to them, for a reason
 */
public record Shown(String text, boolean masked, boolean revealable) {}
