package org.wangge.demo;

import org.wangge.place.BuildingUse;
import org.wangge.place.GroundKind;

/** What becomes of a block of flats that nobody needs to live in. */
enum Tenancy {
  OFFICES(BuildingUse.OFFICE, GroundKind.COMMERCE, "商务园", "Business Park"),
  WORKSHOPS(BuildingUse.INDUSTRY, GroundKind.INDUSTRY, "产业园", "Works"),
  OFFICIALS(BuildingUse.CIVIC, GroundKind.CIVIC, "", "");

  final BuildingUse use;
  final GroundKind ground;
  final String kindZh;
  final String kindEn;

  Tenancy(BuildingUse use, GroundKind ground, String kindZh, String kindEn) {
    this.use = use;
    this.ground = ground;
    this.kindZh = kindZh;
    this.kindEn = kindEn;
  }
}
