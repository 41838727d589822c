package org.wangge.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * A made-up city of any number of grids, seamless at every level: districts, streets, communities
 * and grids of about 60 vertices, small in the centre and larger outside. Made to measure and to
 * prove things on; nothing in it is real. Immutable.
 *
 * @param partitions the one partition, the tree
 * @param areas all areas, parents before children, grids last
 */
public record DemoCity(List<Partition> partitions, List<Area> areas) {
  /** Fewest and most grids a city can be made of. */
  public static final int MIN_GRIDS = 16;

  public static final int MAX_GRIDS = 200_000;

  private static final LatticePoint CENTER = LatticePoint.ofDegrees(112.9, 29.1);

  public DemoCity {
    partitions = List.copyOf(partitions);
    areas = List.copyOf(areas);
  }

  /**
   * Makes the city. The same arguments always give the same city.
   *
   * @param seed any number
   * @param gridCount exactly how many grids, {@link #MIN_GRIDS} to {@link #MAX_GRIDS}
   * @param now the areas are valid from one year before this
   * @throws IllegalArgumentException for a count out of range
   */
  public static DemoCity generate(long seed, int gridCount, Instant now) {
    if (gridCount < MIN_GRIDS || gridCount > MAX_GRIDS) {
      throw new IllegalArgumentException(
          "a city has " + MIN_GRIDS + " to " + MAX_GRIDS + " grids, not " + gridCount);
    }
    return new Maker(seed, gridCount, yearBefore(now)).make();
  }

  /** The areas of one level. */
  public List<Area> areas(Level level) {
    return areas.stream().filter(area -> area.level() == level).toList();
  }

  /**
   * The same city with more people in charge of its grids: workers, given out grid by grid until
   * there are so many.
   *
   * @param count of all people in charge of anything
   * @throws IllegalArgumentException for fewer than there are
   */
  public DemoCity withStaff(int count) {
    int there = areas.stream().mapToInt(area -> area.inCharge().size()).sum();
    int more = count - there;
    if (more < 0) {
      throw new IllegalArgumentException("there are " + there + " people already, not " + count);
    }
    List<Area> grids = areas(Level.GRID);
    List<Area> staffed = new ArrayList<>(areas.subList(0, areas.size() - grids.size()));
    int given = 0;
    for (int i = 0; i < grids.size(); i++) {
      List<InCharge> people = new ArrayList<>(grids.get(i).inCharge());
      int until = (int) ((long) more * (i + 1) / grids.size());
      while (given < until) {
        people.add(new InCharge(Duty.GRID_WORKER, "C%06d".formatted(there + ++given)));
      }
      staffed.add(grids.get(i).edit().inCharge(people).build());
    }
    return new DemoCity(partitions, staffed);
  }

  static Validity yearBefore(Instant now) {
    return Validity.since(now.atOffset(ZoneOffset.UTC).minusYears(1).toInstant());
  }

  /** A block of cells: columns and rows from, inclusive, to, exclusive. */
  private record Block(int west, int south, int east, int north) {

    /**
     * Cut into about {@code across × up} parts of nearly the same size, west to east, north first.
     */
    List<Block> cut(int across, int up) {
      List<Block> parts = new ArrayList<>();
      for (int i = 0; i < across; i++) {
        for (int j = up - 1; j >= 0; j--) {
          parts.add(
              new Block(
                  west + (east - west) * i / across,
                  south + (north - south) * j / up,
                  west + (east - west) * (i + 1) / across,
                  south + (north - south) * (j + 1) / up));
        }
      }
      return parts;
    }

    /** Cut so that a part measures about so many cells each way. */
    List<Block> cutBy(int wide, int high) {
      return cut(pieces(east - west, wide), pieces(north - south, high));
    }

    private static int pieces(int length, int wanted) {
      return Math.max(1, (length + wanted / 2) / wanted);
    }
  }

  /** Work in progress. */
  private static final class Maker {
    private final long seed;
    private final Validity validity;
    private final int columns;
    private final int rows;
    private final int surplus;
    private final CityMesh mesh;
    private final MadeUpNames names;
    private final List<Area> upper = new ArrayList<>();
    private final List<Area> grids = new ArrayList<>();
    private int staff;

    Maker(long seed, int gridCount, Validity validity) {
      this.seed = seed;
      this.validity = validity;
      rows = (int) Math.sqrt(gridCount);
      columns = (gridCount + rows - 1) / rows;
      surplus = rows * columns - gridCount;
      mesh = new CityMesh(seed, columns, rows, new LocalFrame(CENTER));
      names = new MadeUpNames(Dice.of(seed, "city-names"));
    }

    DemoCity make() {
      int number = 0;
      for (Block district : new Block(0, 0, columns, rows).cutBy(39, 39)) {
        String code = "9902%02d".formatted(++number);
        add(Level.DISTRICT, code, null, names.next().zh() + "区", district);
        streets(code, district);
      }
      List<Area> areas = new ArrayList<>(Residents.summedUp(upper, grids));
      areas.addAll(grids);
      return new DemoCity(List.of(new Partition(Partition.TREE, "行政网格", "Area tree")), areas);
    }

    private void streets(String parent, Block district) {
      int number = 0;
      for (Block street : district.cutBy(7, 6)) {
        String code = parent + "%03d".formatted(++number);
        String name = names.next().zh();
        add(Level.STREET, code, parent, name + "街道", street);
        communities(code, street);
      }
    }

    private void communities(String parent, Block street) {
      int number = 0;
      for (Block community : street.cutBy(3, 2)) {
        String code = parent + "%03d".formatted(++number);
        String name = names.next().zh() + "社区";
        add(Level.COMMUNITY, code, parent, name, community);
        grids(code, name, community);
      }
    }

    private void grids(String parent, String name, Block community) {
      int number = 0;
      for (Block cell :
          community.cut(community.east - community.west, community.north - community.south)) {
        boolean joins = cell.south < surplus && cell.east == columns;
        if (joins) {
          continue;
        }
        boolean joined = cell.south < surplus && cell.east == columns - 1;
        Block block = joined ? new Block(cell.west, cell.south, columns, cell.north) : cell;
        number++;
        add(
            Level.GRID,
            parent + "%03d".formatted(number),
            parent,
            name + "第" + number + "网格",
            block);
      }
    }

    private void add(Level level, String code, @Nullable String parent, String name, Block block) {
      Dice dice = Dice.of(seed, "people", Long.parseLong(code));
      int homes = 0;
      AreaBuilder area =
          new AreaBuilder()
              .key(AreaKey.tree(code))
              .level(level)
              .parentCode(parent)
              .name(name)
              .shape(mesh.outline(block.west, block.south, block.east, block.north))
              .validity(validity)
              .reason("generated");
      if (level == Level.GRID) {
        homes = dice.whole(300, 500);
        area.inCharge(List.of(inCharge(Duty.GRID_HEAD), inCharge(Duty.GRID_WORKER)));
      }
      area.households(homes).population((int) (homes * dice.between(2.2, 3.1)));
      (level == Level.GRID ? grids : upper).add(area.build());
    }

    private InCharge inCharge(Duty duty) {
      return new InCharge(duty, "C%06d".formatted(++staff));
    }
  }
}
