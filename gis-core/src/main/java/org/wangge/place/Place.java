package org.wangge.place;

/** Something that stands or lies on the ground. Its id is never given to another. */
public sealed interface Place
    permits Building,
        BuildingUnit,
        Estate,
        Ground,
        Household,
        PointOfInterest,
        Street,
        StreetEdge,
        StreetNumber {

  /** Stable; unique among the places of its kind. */
  String id();

  PlaceKind placeKind();
}
