package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Position;
import org.wangge.patrol.PositionFrame;

class PositionViewersTest {
  private static final Instant T0 = Instant.parse("2026-11-02T03:00:00Z");

  private final AtomicBoolean broken = new AtomicBoolean();
  private int second;
  private final AtomicBoolean unrecordable = new AtomicBoolean();
  private final List<String> recorded = new ArrayList<>();
  private final PositionViewers viewers =
      new PositionViewers(caller -> frame(), (caller, frame) -> record(caller));

  private void record(Caller caller) {
    if (unrecordable.get()) {
      throw new IllegalStateException("the store is away");
    }
    recorded.add(caller.account());
  }

  private PositionFrame frame() {
    if (broken.get()) {
      throw new IllegalStateException("no positions now");
    }
    Instant at = T0.plusSeconds(second);
    Fix fix = new Fix(new LatticePoint(1_126_000_000 + 100 * second, 289_000_000), at);
    return PositionFrame.of(List.of(new Position(1, "D1", fix, true, T0, false, null, true)), at);
  }

  private void tick() {
    second++;
    viewers.tick();
  }

  @Test
  void one_who_breaks_is_sent_away_and_all_others_see_on() {
    List<Screen> screens = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Screen screen = new Screen();
      screens.add(screen);
      viewers.join("viewer-" + i, Caller.upkeep(), 1, screen);
    }
    screens.get(2).breaks = true;
    tick();
    tick();
    for (int i = 0; i < 6; i++) {
      assertThat(screens.get(i).frames).hasSize(i == 2 ? 1 : 3);
      assertThat(screens.get(i).left).isEqualTo(i == 2);
    }
    assertThat(viewers.size()).isEqualTo(5);
  }

  @Test
  void one_who_looks_seldom_gets_at_once_what_changed_meanwhile() {
    Screen seldom = new Screen();
    viewers.join("seldom", Caller.upkeep(), 3, seldom);
    for (int i = 0; i < 7; i++) {
      tick();
    }
    assertThat(seldom.frames).as("all, and with the third and the sixth tick").hasSize(3);
    assertThat(seldom.frames.get(2)[1]).as("a frame of changes").isEqualTo((byte) 1);
  }

  @Test
  void one_who_is_slow_misses_frames_and_then_gets_the_difference_to_its_last() {
    Screen slow = new Screen();
    slow.takesLong = true;
    viewers.join("slow", Caller.upkeep(), 1, slow);
    tick();
    tick();
    assertThat(slow.frames).as("still busy with the first").hasSize(1);
    slow.done.run();
    Screen another = new Screen();
    viewers.join("another", Caller.upkeep(), 1, another);
    tick();
    assertThat(slow.frames).hasSize(2);
    assertThat(slow.frames.get(1)[1]).as("a frame of changes").isEqualTo((byte) 1);
    assertThat(another.frames.get(0)[1]).as("a frame of all").isZero();
  }

  @Test
  void a_time_without_positions_sends_nobody_away() {
    Screen screen = new Screen();
    viewers.join("viewer", Caller.upkeep(), 1, screen);
    broken.set(true);
    tick();
    broken.set(false);
    tick();
    assertThat(screen.frames).hasSize(2);
    assertThat(screen.left).isFalse();
    viewers.sendAway();
    assertThat(screen.left).isTrue();
    assertThat(viewers.size()).isZero();
  }

  @Test
  void what_cannot_be_put_on_record_is_shown_to_nobody_until_it_can() {
    Screen before = new Screen();
    viewers.join("before", Caller.upkeep(), 1, before);
    unrecordable.set(true);
    Screen then = new Screen();
    viewers.join("then", Caller.owner(), 1, then);
    tick();
    assertThat(before.frames).hasSize(1);
    assertThat(then.frames).isEmpty();
    unrecordable.set(false);
    tick();
    assertThat(before.frames).hasSize(2);
    assertThat(then.frames).hasSize(1);
    assertThat(then.frames.get(0)[1]).as("a frame of all").isZero();
  }

  @Test
  void a_frame_is_written_once_for_all_who_have_the_same() {
    List<Screen> screens = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      screens.add(new Screen());
      viewers.join("viewer-" + i, Caller.upkeep(), 1, screens.get(i));
    }
    tick();
    tick();
    for (int frame = 0; frame < 3; frame++) {
      byte[] first = screens.get(0).frames.get(frame);
      assertThat(screens.get(1).frames.get(frame)).isSameAs(first);
      assertThat(screens.get(2).frames.get(frame)).isSameAs(first);
    }
    assertThat(screens.get(0).frames).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void screens_of_one_reader_are_put_on_record_once_a_tick() {
    for (String id : List.of("left", "right")) {
      viewers.join(id, Caller.upkeep(), 1, new Screen());
    }
    recorded.clear();
    tick();
    assertThat(recorded).containsExactly(Caller.upkeep().account());
  }

  @Test
  void who_has_signed_out_looks_on_no_longer() {
    Screen out = new Screen();
    Screen in = new Screen();
    viewers.join("out", Caller.upkeep(), 1, out);
    viewers.join("in", Caller.upkeep(), 1, in);
    out.signedIn = false;
    viewers.endSessions();
    assertThat(out.left).isTrue();
    assertThat(in.left).isFalse();
    assertThat(viewers.size()).isEqualTo(1);
  }

  private static final class Screen implements PositionViewers.Screen {
    private final List<byte[]> frames = new ArrayList<>();
    private boolean breaks;
    private boolean takesLong;
    private boolean left;
    private boolean signedIn = true;
    private Runnable done = () -> {};

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean maySeeOn() {
      return signedIn;
    }

    @Override
    public void show(byte[] frame, Runnable shown) {
      if (breaks) {
        throw new IllegalStateException("the line is dead");
      }
      frames.add(frame);
      done = shown;
      if (!takesLong) {
        shown.run();
      }
    }

    @Override
    public void leave() {
      left = true;
    }
  }
}
