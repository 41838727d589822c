package org.wangge.tiles;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Keeps the tiles used last, up to a size, and encodes a tile once however many ask for it at the
 * same time. Safe for use by many threads.
 *
 * <p>A tile is known by source, place and version of the data: a new version finds nothing here,
 * and the old one's tiles leave as they are no longer asked for.
 */
public final class TileCache {
  /** What a tile costs besides its bytes: key, entry, future and the tile itself, estimated. */
  private static final int OVERHEAD_BYTES = 256;

  private record Key(String source, String version, TileCoord tile) {}

  private final VectorTileEncoder encoder = new VectorTileEncoder();
  private final long maxBytes;

  /** Least recently used first. Guarded by itself. */
  private final Map<Key, CompletableFuture<EncodedTile>> tiles =
      new LinkedHashMap<>(64, 0.75f, true);

  private long bytes;

  /**
   * A cache with nothing in it.
   *
   * @param maxBytes about how much memory the tiles may take
   */
  public TileCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The tile of a source, encoded by this thread, waited for while another encodes it, or kept.
   *
   * @throws RuntimeException what the source threw; the next call tries again
   */
  public EncodedTile tile(TileSource source, TileCoord tile) {
    Key key = new Key(source.id(), source.version(), tile);
    CompletableFuture<EncodedTile> mine = new CompletableFuture<>();
    CompletableFuture<EncodedTile> known;
    synchronized (tiles) {
      known = tiles.putIfAbsent(key, mine);
    }
    return known == null ? encode(source, key, mine) : await(known);
  }

  private EncodedTile encode(TileSource source, Key key, CompletableFuture<EncodedTile> mine) {
    try {
      EncodedTile encoded = EncodedTile.of(encoder.encode(source, key.tile));
      admit(encoded);
      mine.complete(encoded);
      return encoded;
    } catch (Throwable failure) {
      synchronized (tiles) {
        tiles.remove(key, mine);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static EncodedTile await(CompletableFuture<EncodedTile> known) {
    try {
      return known.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private void admit(EncodedTile encoded) {
    synchronized (tiles) {
      bytes += cost(encoded);
      Iterator<CompletableFuture<EncodedTile>> oldest = tiles.values().iterator();
      while (bytes > maxBytes && oldest.hasNext()) {
        CompletableFuture<EncodedTile> candidate = oldest.next();
        if (candidate.isDone()) {
          bytes -= cost(candidate.join());
          oldest.remove();
        }
      }
    }
  }

  private static long cost(EncodedTile tile) {
    return (long) tile.gzipLength() + OVERHEAD_BYTES;
  }

  /** How many tiles are kept or being made. */
  public int size() {
    synchronized (tiles) {
      return tiles.size();
    }
  }
}
