package org.wangge.plan.redraw;

/**
 * What a face holds.
 *
 * @param households resident households
 * @param population people
 * @param buildings how many stand in it, each counted where its middle is
 * @param squareMeters its ground
 * @param estimated whether households were shared out by ground, because no building is known there
 */
public record FaceFigures(
    int households, int population, int buildings, double squareMeters, boolean estimated) {}
