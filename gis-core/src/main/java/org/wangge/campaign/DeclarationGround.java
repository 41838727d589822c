package org.wangge.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/** Finds where declarations are to be verified. All are found, or none is taken. Thread-safe. */
public final class DeclarationGround {
  /** So many rows are named in an answer; a form with more mistakes is looked over as a whole. */
  private static final int MOST_NAMED = 20;

  private final Supplier<AreaAtlas> atlas;
  private final Addresses addresses;

  public DeclarationGround(Supplier<AreaAtlas> atlas, Addresses addresses) {
    this.atlas = atlas;
    this.addresses = addresses;
  }

  /**
   * A declaration, and where it is to be verified.
   *
   * @param spot where
   * @param declared what
   */
  record Placed(CampaignUnit.Spot spot, Declared declared) {}

  /**
   * Where each is to be verified, grid by grid.
   *
   * @throws Invalid with code {@code campaign-rows-twice} where a number stands in two rows, {@code
   *     campaign-rows-address} where an address is not known or could be several places, or {@code
   *     campaign-rows-outside} where it lies in none of the areas
   */
  List<Placed> place(Caller caller, List<Declaration> rows, List<String> areas) {
    refuse(twice(rows), told -> new Invalid("rows", "campaign-rows-twice", told));
    List<Placed> placed = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Declaration row = rows.get(i);
      Optional<LatticePoint> at = at(caller, row);
      Optional<Area> grid = at.flatMap(this::gridOf);
      if (at.isEmpty()) {
        unknown.add(i + 1);
      } else if (grid.filter(one -> areas.stream().anyMatch(one.code()::startsWith)).isEmpty()) {
        outside.add(i + 1);
      } else {
        placed.add(new Placed(spot(row.declared(), grid.get(), at.get()), row.declared()));
      }
    }
    refuse(unknown, told -> new Invalid("rows", "campaign-rows-address", told));
    refuse(outside, told -> new Invalid("rows", "campaign-rows-outside", told));
    placed.sort(
        Comparator.comparing((Placed one) -> one.spot().grid())
            .thenComparing(one -> one.declared().address())
            .thenComparing(one -> one.declared().reference()));
    return placed;
  }

  private static List<Integer> twice(List<Declaration> rows) {
    Set<String> seen = new HashSet<>();
    List<Integer> twice = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!seen.add(rows.get(i).declared().reference())) {
        twice.add(i + 1);
      }
    }
    return twice;
  }

  private static void refuse(List<Integer> rows, Function<Map<String, Object>, Invalid> why) {
    if (!rows.isEmpty()) {
      String named =
          rows.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
      throw why.apply(Map.of("count", rows.size(), "rows", named));
    }
  }

  /**
   * The address says where. Where a grid is named too, its office has decided where it belongs: an
   * address that is not known in it is only told to whoever goes there, and the middle of the grid
   * stands for it.
   */
  private Optional<LatticePoint> at(Caller caller, Declaration row) {
    String address = row.declared().address();
    Optional<LatticePoint> found =
        address.isEmpty() ? Optional.empty() : addresses.find(caller, address);
    return row.grid().isEmpty()
        ? found
        : found
            .filter(at -> gridOf(at).filter(one -> one.code().equals(row.grid())).isPresent())
            .or(() -> middleOf(row.grid()));
  }

  private Optional<LatticePoint> middleOf(String grid) {
    return atlas
        .get()
        .find(AreaKey.tree(grid))
        .filter(one -> one.level() == Level.GRID)
        .flatMap(Area::shape)
        .map(shape -> shape.labelPoint());
  }

  private Optional<Area> gridOf(LatticePoint at) {
    return atlas.get().ownerAt(Partition.TREE, Level.GRID, at);
  }

  /** It stands under its grid: an address is somebody's, and is kept with what they declared. */
  private static CampaignUnit.Spot spot(Declared declared, Area grid, LatticePoint at) {
    return new CampaignUnit.Spot(grid.code(), "", "", "", grid.name(), declared.reference(), at);
  }
}
