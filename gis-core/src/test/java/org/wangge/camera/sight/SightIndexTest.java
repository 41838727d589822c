package org.wangge.camera.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class SightIndexTest {
  private static final double METERS = 700;

  @Test
  void it_says_what_asking_every_camera_says() {
    SightTown town = new SightTown(5, METERS);
    List<Blocker> buildings = town.buildings(250);
    List<Eye> eyes = town.eyes(400);
    SightIndex index = SightIndex.of(eyes, buildings);
    List<LatticePoint> places = places(town, eyes, buildings, 6_000);
    assertThat(seen(index, places)).isEqualTo(asked(eyes, buildings, places));
    assertThat(index.seeing(SightTown.at(-5_000, 0))).isEmpty();
  }

  @Test
  void after_any_changes_it_is_what_a_new_one_is() {
    SightTown town = new SightTown(6, METERS);
    List<Blocker> buildings = new ArrayList<>(town.buildings(150));
    List<Eye> eyes = new ArrayList<>(town.eyes(150));
    SightIndex index = SightIndex.of(eyes, buildings);
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      change(index, town, eyes, buildings, random, i);
    }
    List<LatticePoint> places = places(town, eyes, buildings, 6_000);
    assertThat(seen(index, places)).isEqualTo(asked(eyes, buildings, places));
    assertThat(index.entries()).isEqualTo(SightIndex.of(eyes, buildings).entries());
    eyes.forEach(eye -> index.remove(eye.id()));
    assertThat(index.entries()).isZero();
  }

  private static void change(
      SightIndex index,
      SightTown town,
      List<Eye> eyes,
      List<Blocker> buildings,
      Random random,
      int i) {
    int eye = random.nextInt(eyes.size());
    int building = random.nextInt(buildings.size());
    switch (random.nextInt(6)) {
      case 0 -> {
        eyes.add(town.eye("new" + i));
        index.put(eyes.get(eyes.size() - 1));
      }
      case 1 -> index.remove(eyes.remove(eye).id());
      case 2 -> {
        eyes.set(eye, town.eye(eyes.get(eye).id()));
        index.put(eyes.get(eye));
      }
      case 3 -> {
        buildings.add(town.building("new" + i));
        index.change(null, buildings.get(buildings.size() - 1));
      }
      case 4 -> index.change(buildings.remove(building), null);
      default -> {
        Blocker before = buildings.get(building);
        buildings.set(building, town.building(before.id()));
        index.change(before, buildings.get(building));
      }
    }
  }

  /** Places anywhere, at corners and walls, and at the feet of cameras. */
  private static List<LatticePoint> places(
      SightTown town, List<Eye> eyes, List<Blocker> buildings, int count) {
    List<LatticePoint> places = new ArrayList<>();
    eyes.forEach(eye -> places.add(eye.place()));
    for (Blocker building : buildings) {
      int[] corners = building.vertices();
      for (int i = 0; i < corners.length; i += 2) {
        places.add(new LatticePoint(corners[i], corners[i + 1]));
      }
    }
    while (places.size() < count) {
      places.add(town.somewhere());
    }
    return places;
  }

  private static List<Set<String>> seen(SightIndex index, List<LatticePoint> places) {
    List<Set<String>> all = new ArrayList<>();
    for (LatticePoint place : places) {
      Set<String> ids = new TreeSet<>();
      index.seeing(place).forEach(sight -> ids.add(sight.eye().id()));
      all.add(ids);
    }
    return all;
  }

  private static List<Set<String>> asked(
      List<Eye> eyes, List<Blocker> buildings, List<LatticePoint> places) {
    List<Sight> sights = eyes.stream().map(eye -> Sight.of(eye, buildings)).toList();
    List<Set<String>> all = new ArrayList<>();
    for (LatticePoint place : places) {
      Set<String> ids = new TreeSet<>();
      sights.stream().filter(sight -> sight.sees(place)).forEach(one -> ids.add(one.eye().id()));
      all.add(ids);
    }
    return all;
  }
}
