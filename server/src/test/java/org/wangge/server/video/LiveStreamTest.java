package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wangge.footage.Span;

/** How a picture that breaks comes back, with a source that breaks when it is told to. */
class LiveStreamTest {
  private static final Opening OPENING =
      new Opening(new byte[0], "avc1.42C01F", 640, 360, new Timing(1000, 83));

  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private final BreakingSource source = new BreakingSource();
  private final LiveStream stream = new LiveStream("99010100001310000001", source, worker);
  private final Heard viewer = new Heard();

  @AfterEach
  void stop() {
    stream.close();
    worker.shutdownNow();
  }

  @Test
  void a_picture_that_breaks_is_told_and_begins_anew_for_those_who_look() throws Exception {
    stream.join(viewer);
    await(() -> source.sink != null);
    source.now().begins(OPENING);
    source.now().fragment(fragment(true));
    VideoSource.Sink first = source.now();
    first.ended("the cable was pulled");
    await(() -> source.begun.get() == 2);
    source.now().begins(OPENING);
    // What the old picture still says is not mixed into the new one.
    first.fragment(fragment(true));
    source.now().fragment(fragment(true));
    assertThat(viewer.heard)
        .containsExactly("begins", "fragment", "trouble picture-lost", "begins", "fragment");
    assertThat(source.closed.get()).isEqualTo(1);
  }

  @Test
  void a_picture_that_nobody_looks_at_is_not_begun_again() throws Exception {
    stream.join(viewer);
    await(() -> source.sink != null);
    stream.leave(viewer);
    source.now().ended("broken");
    Thread.sleep(1500);
    assertThat(source.begun.get()).isEqualTo(1);
    stream.join(viewer);
    await(() -> source.begun.get() == 2);
  }

  @Test
  void whoever_joins_gets_the_group_under_way_and_nothing_before_it() throws Exception {
    stream.join(new Heard());
    await(() -> source.sink != null);
    source.now().begins(OPENING);
    for (boolean key : new boolean[] {true, false, false, true, false}) {
      source.now().fragment(fragment(key));
    }
    stream.join(viewer);
    assertThat(viewer.heard).containsExactly("begins", "fragment", "fragment");
  }

  private static Fragment fragment(boolean startsGroup) {
    return new Fragment(
        new byte[1], startsGroup, Duration.ZERO, Duration.ofMillis(250), Instant.EPOCH);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private static final class BreakingSource implements VideoSource {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile @Nullable Sink sink;

    Sink now() {
      return Objects.requireNonNull(sink);
    }

    @Override
    public boolean isGenerated() {
      return true;
    }

    @Override
    public Running live(Sink told) throws IOException {
      sink = told;
      begun.incrementAndGet();
      return closed::incrementAndGet;
    }

    @Override
    public List<Span> recordings(Span asked) {
      return List.of();
    }

    @Override
    public Running play(Span asked, Sink told) throws IOException {
      throw new IOException("nothing is recorded");
    }
  }

  private static final class Heard implements Viewer {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void begins(Opening opening, boolean generated, List<Fragment> group) {
      heard.add("begins");
      group.forEach(this::fragment);
    }

    @Override
    public void fragment(Fragment fragment) {
      heard.add("fragment");
    }

    @Override
    public void trouble(String code) {
      heard.add("trouble " + code);
    }
  }
}
