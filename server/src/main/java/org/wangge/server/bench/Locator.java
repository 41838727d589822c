package org.wangge.server.bench;

/** A way to find the owner of a point: the index in use, or a rival of it. */
@FunctionalInterface
interface Locator {

  /** Slot of the owner, or {@link org.wangge.grid.GridIndex#NONE}; in lattice units. */
  int ownerAt(int lon, int lat);

  /** The owners of all points. */
  default int[] ownersAt(Points points) {
    int[] owners = new int[points.count()];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = ownerAt(points.lon(i), points.lat(i));
    }
    return owners;
  }
}
