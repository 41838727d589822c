package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticeBox;

class TileCacheTest {
  private static final TileCoord TILE = TileCoord.at(15, SampleTown.CORNER);

  @Test
  void eight_threads_that_ask_for_one_tile_encode_it_once() throws Exception {
    TileCache cache = new TileCache(1 << 20);
    Counted source = new Counted("1", SampleTown.buildings(400));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<EncodedTile>> asked = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        asked.add(
            threads.submit(
                () -> {
                  start.await();
                  return cache.tile(source, TILE);
                }));
      }
      start.countDown();
      EncodedTile first = asked.get(0).get(20, TimeUnit.SECONDS);
      for (Future<EncodedTile> answer : asked) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isSameAs(first);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(source.encodings.get()).isEqualTo(1);
  }

  @Test
  void a_new_version_of_the_data_is_encoded_anew() {
    TileCache cache = new TileCache(1 << 20);
    String before = cache.tile(new Counted("1", SampleTown.buildings(10)), TILE).etag();
    String after = cache.tile(new Counted("2", SampleTown.buildings(11)), TILE).etag();
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void what_was_not_used_for_longest_leaves_first() {
    Counted source = new Counted("1", List.of());
    TileCache cache = new TileCache(3 * 256);
    TileCoord[] tiles = new TileCoord[4];
    for (int i = 0; i < 4; i++) {
      tiles[i] = TileCoord.of(10, i, 0);
    }
    for (TileCoord tile : List.of(tiles[0], tiles[1], tiles[2], tiles[0], tiles[3])) {
      cache.tile(source, tile);
    }
    assertThat(cache.size()).isEqualTo(3);
    assertThat(source.encodings.get()).isEqualTo(4);
    cache.tile(source, tiles[0]);
    assertThat(source.encodings.get()).isEqualTo(4);
    cache.tile(source, tiles[1]);
    assertThat(source.encodings.get()).isEqualTo(5);
  }

  @Test
  void a_failure_is_not_kept() {
    TileCache cache = new TileCache(1 << 20);
    Counted source = new Counted("1", SampleTown.buildings(10));
    source.failures.set(1);
    assertThatThrownBy(() -> cache.tile(source, TILE)).hasMessage("planted");
    assertThat(cache.size()).isZero();
    assertThat(cache.tile(source, TILE).isEmpty()).isFalse();
  }

  /** Counts how often its layer is asked for a tile, and fails as often as it is told. */
  private static final class Counted implements TileSource, TileLayer {
    private final AtomicInteger encodings = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final String version;
    private final PlainLayer layer;

    Counted(String version, List<TileFeature> features) {
      this.version = version;
      this.layer = new PlainLayer("counted", new ZoomRange(0, 16), Detail.FULL, features);
    }

    @Override
    public List<TileFeature> features(int zoom, LatticeBox box) {
      encodings.incrementAndGet();
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("planted");
      }
      return layer.features(zoom, box);
    }

    @Override
    public String id() {
      return "counted";
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public List<TileLayer> layers() {
      return List.of(this);
    }

    @Override
    public Optional<LatticeBox> bounds() {
      return Optional.empty();
    }

    @Override
    public String name() {
      return layer.name();
    }

    @Override
    public ZoomRange zooms() {
      return layer.zooms();
    }

    @Override
    public Map<String, String> fields() {
      return layer.fields();
    }

    @Override
    public Detail detail() {
      return layer.detail();
    }
  }
}
