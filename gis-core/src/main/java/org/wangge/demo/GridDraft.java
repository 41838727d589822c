package org.wangge.demo;

/**
 * A grid being planned.
 *
 * @param community letter of its community
 * @param exclusive whether it is an exclusive grid
 * @param zone what it is mainly built up with
 * @param households how many households are to live there
 */
record GridDraft(char community, boolean exclusive, Zone zone, int households) {}
