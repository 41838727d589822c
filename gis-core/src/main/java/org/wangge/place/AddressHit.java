package org.wangge.place;

import org.wangge.geo.LatticePoint;

/**
 * One thing that was found.
 *
 * @param address the thing; for a number between two known ones, the street
 * @param label the address as people write it
 * @param location where it is, or is reckoned to be
 * @param exactness how well it fits the question
 * @param matched which of its names or numbers fits
 * @param missing the part of the question that does not exist there, such as a door; mostly empty
 * @param score above 0 and up to 1; says nothing but which hit is better
 */
public record AddressHit(
    Address address,
    String label,
    LatticePoint location,
    Exactness exactness,
    String matched,
    String missing,
    double score) {}
