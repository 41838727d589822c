package org.wangge.place;

import java.util.List;
import org.wangge.geo.LatticeShape;

/**
 * A residential estate (小区).
 *
 * @param id stable
 * @param nameZh Chinese name
 * @param nameEn English name; empty where it has none
 * @param gated whether it is entered through gates only
 * @param outline the land within its walls
 * @param communityCode code of the community (社区) that looks after it; empty where none does
 * @param propertyCompany who keeps it (物业); empty where nobody does
 * @param aliases what people call it besides
 */
public record Estate(
    String id,
    String nameZh,
    String nameEn,
    boolean gated,
    LatticeShape outline,
    String communityCode,
    String propertyCompany,
    List<String> aliases)
    implements Place {

  public Estate {
    aliases = List.copyOf(aliases);
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.ESTATES;
  }
}
