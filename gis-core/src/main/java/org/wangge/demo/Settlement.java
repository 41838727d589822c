package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wangge.place.BuildingUse;

/**
 * Lets the households of every grid move in. Of its blocks of flats as few are lived in as hold
 * them, so that behind one entrance live some thirty; the others are let for something else. The
 * two biggest of every community become estates. Not thread-safe.
 */
final class Settlement {
  /** How much of its flats a block that is lived in has taken. */
  private static final double TAKEN = 0.92;

  private static final int ESTATES_OF_COMMUNITY = 2;
  private static final int MOST_BLOCKS = 16;

  private final GroundDrafts land;
  private final Dice dice;
  private final List<Block> livedIn = new ArrayList<>();

  Settlement(GroundDrafts land, Dice dice) {
    this.land = land;
    this.dice = dice;
  }

  /**
   * A block of flats.
   *
   * @param number of the block
   * @param community letter of its community
   */
  private record Block(int number, char community, boolean towers, List<Draft> buildings) {

    int dwellings() {
      return buildings.stream().mapToInt(building -> building.dwellings).sum();
    }

    int households() {
      return buildings.stream().mapToInt(building -> building.households).sum();
    }
  }

  /** Settles a grid; the two wings of one that has outgrown the rule take half of it each. */
  void settle(GridDraft grid, List<Face> faces) {
    Map<Integer, List<Face>> wings = new TreeMap<>();
    faces.forEach(face -> wings.computeIfAbsent(face.wing, key -> new ArrayList<>()).add(face));
    int given = 0;
    int wing = 0;
    for (List<Face> part : wings.values()) {
      wing++;
      int upTo = grid.households() * wing / wings.size();
      settle(grid.community(), part, upTo - given);
      given = upTo;
    }
  }

  private void settle(char community, List<Face> faces, int households) {
    Map<Integer, Block> blocks = new TreeMap<>();
    List<Draft> homes = new ArrayList<>();
    for (Face face : faces) {
      if (face.zone.flats()) {
        boolean towers = face.zone == Zone.TOWERS;
        blocks
            .computeIfAbsent(
                face.block, key -> new Block(key, community, towers, new ArrayList<>()))
            .buildings()
            .addAll(face.buildings);
      } else {
        homes.addAll(face.buildings);
      }
    }
    int elsewhere = homes.stream().mapToInt(building -> building.dwellings).sum();
    Set<Integer> needed =
        fewest(List.copyOf(blocks.values()), (int) (households / TAKEN) - elsewhere);
    for (Block block : blocks.values()) {
      if (needed.contains(block.number())) {
        homes.addAll(block.buildings());
        livedIn.add(block);
      } else {
        let(block);
      }
    }
    Households.settle(homes, households);
  }

  /** The blocks that together have the fewest dwellings, but enough; all where not even they do. */
  private static Set<Integer> fewest(List<Block> blocks, int dwellings) {
    if (blocks.size() > MOST_BLOCKS) {
      throw new IllegalStateException("too many blocks in one grid: " + blocks.size());
    }
    int best = (1 << blocks.size()) - 1;
    int least = Integer.MAX_VALUE;
    for (int choice = 0; choice < 1 << blocks.size(); choice++) {
      int sum = 0;
      for (int i = 0; i < blocks.size(); i++) {
        sum += (choice >> i & 1) * blocks.get(i).dwellings();
      }
      if (sum >= dwellings && sum < least) {
        least = sum;
        best = choice;
      }
    }
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      if ((best >> i & 1) == 1) {
        numbers.add(blocks.get(i).number());
      }
    }
    return numbers;
  }

  private void let(Block block) {
    Tenancy tenancy = block.towers() ? Tenancy.OFFICES : dice.pick(List.of(Tenancy.values()));
    land.let(block.number(), tenancy);
    for (Draft building : block.buildings()) {
      if (building.use == BuildingUse.HOUSING) {
        building.use = tenancy.use;
        building.dwellings = 0;
      }
    }
  }

  /** Names estates, once all have moved in. */
  void foundEstates() {
    Map<Character, List<Block>> communities = new TreeMap<>();
    livedIn.forEach(
        block ->
            communities.computeIfAbsent(block.community(), key -> new ArrayList<>()).add(block));
    for (List<Block> blocks : communities.values()) {
      blocks.stream()
          .sorted(Comparator.comparingInt(Block::households).reversed())
          .limit(ESTATES_OF_COMMUNITY)
          .forEach(block -> land.foundEstate(block.number()));
    }
  }
}
