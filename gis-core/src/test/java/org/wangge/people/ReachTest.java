package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.anArea;
import static org.wangge.grid.Areas.square;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.Level;
import org.wangge.grid.OverlayGround;
import org.wangge.grid.Partition;

class ReachTest {
  private static final int WEST = 1_110_000_000;
  private static final int SOUTH = 290_000_000;
  private static final int SIDE = 10_000;

  private static final String COMMUNITY = "990001001001";
  private static final String FIRST = COMMUNITY + "001";
  private static final String SECOND = COMMUNITY + "002";
  private static final String UNDRAWN = COMMUNITY + "003";
  private static final String BEATS = "police-beats";

  /** Holds the first grid and less than half of the second. */
  private static final Area BEAT =
      anArea(Level.OVERLAY, "beat-1")
          .key(new AreaKey(BEATS, "beat-1"))
          .shape(square(WEST, SOUTH, SIDE + SIDE / 4))
          .build();

  private static final AreaScope ON_BEAT = AreaScope.of(OverlayGround.of(BEAT).orElseThrow());

  private static final AreaAtlas ATLAS =
      AreaAtlas.of(
          List.of(
              aGrid(FIRST).shape(square(WEST, SOUTH, SIDE)).build(),
              aGrid(SECOND).shape(square(WEST + SIDE, SOUTH, SIDE)).build(),
              aGrid(UNDRAWN).shape(null).build(),
              BEAT),
          List.of(
              new Partition(Partition.TREE, "网格", "Grids"),
              new Partition(BEATS, "警务区", "Police beats")),
          1);

  @Test
  void on_a_beat_one_reaches_the_grids_whose_middle_lies_on_it() {
    Reach reach = reach(Map.of(Role.OPERATOR, ON_BEAT));
    assertThat(reach.rolesAt(posts(AreaKey.tree(FIRST)))).containsExactly(Role.OPERATOR);
    assertThat(reach.rolesAt(posts(AreaKey.tree(SECOND)))).isEmpty();
    assertThat(reach.rolesAt(posts(AreaKey.tree(UNDRAWN)))).isEmpty();
  }

  @Test
  void on_a_beat_one_reaches_who_is_in_charge_of_it_and_of_no_other() {
    Reach reach = reach(Map.of(Role.OPERATOR, ON_BEAT));
    assertThat(reach.rolesAt(posts(BEAT.key()))).containsExactly(Role.OPERATOR);
    assertThat(reach.rolesAt(posts(new AreaKey(BEATS, "beat-2")))).isEmpty();
    assertThat(reach.rolesAt(posts(new AreaKey("inspection", "beat-1")))).isEmpty();
  }

  @Test
  void in_a_community_one_reaches_its_grids_and_no_beats() {
    Reach reach = reach(Map.of(Role.SUPERVISOR, AreaScope.of(List.of(COMMUNITY))));
    assertThat(reach.rolesAt(posts(AreaKey.tree(UNDRAWN)))).containsExactly(Role.SUPERVISOR);
    assertThat(reach.rolesAt(posts(AreaKey.tree("990001001002001")))).isEmpty();
    assertThat(reach.rolesAt(posts(BEAT.key()))).isEmpty();
  }

  @Test
  void an_overlay_area_whose_code_begins_like_a_grids_is_not_reached_through_the_tree() {
    Reach reach = reach(Map.of(Role.SUPERVISOR, AreaScope.of(List.of(COMMUNITY))));
    assertThat(reach.rolesAt(posts(new AreaKey(BEATS, FIRST)))).isEmpty();
  }

  @Test
  void who_has_no_post_is_reached_only_by_roles_held_everywhere() {
    Reach reach =
        reach(
            Map.of(
                Role.OPERATOR,
                AreaScope.of(List.of("990001")),
                Role.LIAISON,
                AreaScope.unlimited()));
    assertThat(reach.rolesAt(posts())).containsExactly(Role.LIAISON);
  }

  @Test
  void one_post_of_several_is_enough() {
    Reach reach = reach(Map.of(Role.OPERATOR, AreaScope.of(List.of(FIRST))));
    assertThat(reach.rolesAt(posts(AreaKey.tree(SECOND), AreaKey.tree(FIRST))))
        .containsExactly(Role.OPERATOR);
  }

  @Test
  void where_some_roles_are_held_is_where_any_of_them_is() {
    Reach reach =
        reach(
            Map.of(
                Role.OPERATOR,
                AreaScope.of(List.of(FIRST)),
                Role.WORKER,
                AreaScope.of(List.of(SECOND)),
                Role.MEMBER,
                AreaScope.unlimited()));
    assertThat(reach.where(Set.of(Role.OPERATOR, Role.WORKER)).areaCodes())
        .containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(reach.where(Set.of(Role.WORKER)).areaCodes()).containsExactly(SECOND);
    assertThat(reach.where(Set.of(Role.LIAISON)).isNowhere()).isTrue();
  }

  @Test
  void a_store_is_told_the_grids_on_the_ground_by_their_codes() {
    Caller caller = reach(Map.of(Role.OPERATOR, ON_BEAT)).caller();
    assertThat(caller.account()).isEqualTo("kim");
    assertThat(caller.scope().areaCodes()).containsExactly(FIRST);
    assertThat(caller.scope().grounds()).isEqualTo(ON_BEAT.grounds());
  }

  private static Reach reach(Map<Role, AreaScope> scopes) {
    return Reach.of(new Caller("kim", new Rights(scopes), Purpose.USE, Origin.UNKNOWN), ATLAS);
  }

  private static List<Post> posts(AreaKey... areas) {
    return List.of(areas).stream().map(area -> new Post(area, Duty.GRID_WORKER)).toList();
  }
}
