package org.wangge.camera.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.LatticeBox;

class CountedGridsTest {
  private static final int ACROSS = 5;
  private static final int STEPS = 40;

  private final CoverTown town = new CoverTown(ACROSS, 20);
  private final SightIndex sights = town.sights();
  private final Map<String, Eye> standing = new HashMap<>();
  private final List<GridGround> grounds = new ArrayList<>();
  private CountedGrids<GridCover> counted = new CountedGrids<>();
  private int counts;

  private void change(Random random, Eye next) {
    List<LatticeBox> around = new ArrayList<>();
    Eye before = standing.remove(next.id());
    if (before != null) {
      around.add(Sight.reachOf(before));
    }
    if (before != null && random.nextInt(4) == 0) {
      sights.remove(next.id());
    } else {
      sights.put(next);
      standing.put(next.id(), next);
      around.add(Sight.reachOf(next));
    }
    Changes changes = new Changes();
    changes.within(around);
    counted = counted.apartFrom(changes.take().boxes());
  }

  private GridCover count(GridGround ground) {
    return GridCover.of(ground, sights, standing::containsKey);
  }

  private GridCover known(GridGround ground) {
    return counted.of(
        ground.code(),
        () -> {
          counts++;
          return new CountedGrids.One<>(count(ground), ground.raster().box());
        });
  }

  @Test
  void after_each_change_it_is_as_if_all_were_counted_anew_and_little_is() {
    town.eyes.forEach(eye -> standing.put(eye.id(), eye));
    for (int i = 0; i < ACROSS * ACROSS; i++) {
      grounds.add(town.ground(i % ACROSS, i / ACROSS, CoverTerms.USUAL));
    }
    Random random = new Random(3);
    SightTown poses = new SightTown(5, ACROSS * CoverTown.GRID_METERS);
    for (int step = 0; step < STEPS; step++) {
      Eye drawn = poses.eyes(1).get(0);
      String id = "e" + random.nextInt(25);
      change(random, new Eye(id, drawn.place(), 450, drawn.indoor(), drawn.lenses()));
      for (GridGround ground : grounds) {
        GridCover fresh = count(ground);
        GridCover known = known(ground);
        assertThat(known.seen(Counted.ALL))
            .as("grid %s after %d changes", ground.code(), step + 1)
            .isEqualTo(fresh.seen(Counted.ALL));
        assertThat(known.camerasSeeing(Counted.ALL)).isEqualTo(fresh.camerasSeeing(Counted.ALL));
      }
    }
    assertThat(counts).isLessThan(ACROSS * ACROSS + STEPS * ACROSS * ACROSS / 2);
  }

  @Test
  void after_very_many_changes_nothing_counts_any_more() {
    Changes changes = new Changes();
    LatticeBox box = new LatticeBox(0, 0, 1, 1);
    for (int i = 0; i < 1_000; i++) {
      changes.within(List.of(box));
    }
    assertThat(changes.take()).satisfies(one -> assertThat(one.boxes()).hasSize(1_000));
    assertThat(changes.isNone()).isTrue();
    for (int i = 0; i < 1_002; i++) {
      changes.within(List.of(box));
    }
    assertThat(changes.take()).isEqualTo(new Changes.Taken(true, List.of()));
    assertThat(changes.take()).isEqualTo(new Changes.Taken(false, List.of()));
  }
}
