package org.wangge.place;

import org.wangge.geo.LatticeShape;

/**
 * A piece of water, green or built-up land.
 *
 * @param id stable
 * @param kind what it is
 * @param nameZh Chinese name; empty where it has none
 * @param nameEn English name; empty where it has none
 * @param shape outline
 */
public record Ground(String id, GroundKind kind, String nameZh, String nameEn, LatticeShape shape)
    implements Place {

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.GROUNDS;
  }
}
