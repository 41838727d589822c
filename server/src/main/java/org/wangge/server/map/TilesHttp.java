package org.wangge.server.map;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.tiles.EncodedTile;
import org.wangge.tiles.TileCache;
import org.wangge.tiles.TileCoord;
import org.wangge.tiles.TileJson;
import org.wangge.tiles.TileSource;

/**
 * Vector tiles and what describes them. Only what everybody may see: the base map and the outlines
 * of areas.
 */
public final class TilesHttp {
  private static final long CACHE_BYTES = 64L << 20;
  private static final int FIRST_WARM_ZOOM = 10;
  private static final int LAST_WARM_ZOOM = 14;
  private static final int MOST_WARM_TILES = 64;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Map<String, Supplier<TileSource>> sources;
  private final TileCache cache = new TileCache(CACHE_BYTES);

  /**
   * Serves these sources.
   *
   * @param sources by the name in the address; each is asked at every request, so that a changed
   *     source can take the place of the last
   */
  public TilesHttp(Map<String, Supplier<TileSource>> sources) {
    this.sources = Map.copyOf(sources);
  }

  /** {@code GET /tiles/{layer}.json}. */
  public void describe(Context ctx) {
    Parameters.of(ctx);
    String layer = ctx.pathParam("layer");
    TileSource source = get(layer);
    String template = "/tiles/" + layer + "/{z}/{x}/{y}.mvt?v=" + source.version();
    Map<String, Object> description = TileJson.of(source, "Wangge " + layer, "", template).toMap();
    if (!ETags.unchanged(ctx, "\"" + layer + "-" + source.version() + "\"")) {
      ctx.header("Cache-Control", "public, no-cache");
      Json.write(ctx, "application/json", description);
    }
  }

  /**
   * {@code GET /tiles/{layer}/{z}/{x}/{y}.mvt}: gzip or plain as the caller takes it; 204 where
   * nothing is.
   */
  public void tile(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "v");
    TileSource source = get(ctx.pathParam("layer"));
    EncodedTile tile = cache.tile(source, coordinates(ctx));
    boolean thisVersion = parameters.text("v").equals(Optional.of(source.version()));
    ctx.header("Cache-Control", thisVersion ? FOR_EVER : "public, no-cache");
    ctx.header("Vary", "Accept-Encoding");
    if (tile.isEmpty()) {
      ctx.status(204);
      return;
    }
    boolean packed = Optional.ofNullable(ctx.header("Accept-Encoding")).orElse("").contains("gzip");
    if (ETags.unchanged(ctx, packed ? tile.etag() : tile.plainEtag())) {
      return;
    }
    ctx.disableCompression();
    ctx.contentType("application/vnd.mapbox-vector-tile");
    if (packed) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.result(packed ? tile.gzip() : tile.plain());
  }

  /**
   * Encodes the tiles a first visitor will ask for, so that the map is there at once. For a
   * background thread.
   */
  public void warmUp() {
    for (Supplier<TileSource> source : sources.values()) {
      TileSource now = source.get();
      now.bounds()
          .ifPresent(
              box -> {
                for (int zoom = FIRST_WARM_ZOOM; zoom <= LAST_WARM_ZOOM; zoom++) {
                  warmUp(now, box, zoom);
                }
              });
    }
  }

  private void warmUp(TileSource source, LatticeBox box, int zoom) {
    TileCoord northWest = TileCoord.at(zoom, new LatticePoint(box.west(), box.north()));
    TileCoord southEast = TileCoord.at(zoom, new LatticePoint(box.east(), box.south()));
    long count = (southEast.x() - northWest.x() + 1L) * (southEast.y() - northWest.y() + 1L);
    if (count > MOST_WARM_TILES) {
      return;
    }
    for (int x = northWest.x(); x <= southEast.x(); x++) {
      for (int y = northWest.y(); y <= southEast.y(); y++) {
        cache.tile(source, TileCoord.of(zoom, x, y));
      }
    }
  }

  private static TileCoord coordinates(Context ctx) {
    return TileCoord.find(number(ctx, "z"), number(ctx, "x"), number(ctx, "y"))
        .orElseThrow(() -> new NotFound("tile-unknown", Map.of("path", ctx.path())));
  }

  private static int number(Context ctx, String name) {
    try {
      return Integer.parseInt(ctx.pathParam(name));
    } catch (NumberFormatException e) {
      throw new Malformed(
          name, "number-malformed", Map.of("name", name, "given", ctx.pathParam(name)));
    }
  }

  private TileSource get(String layer) {
    Supplier<TileSource> source = sources.get(layer);
    if (source == null) {
      throw new NotFound("layer-unknown", Map.of("layer", layer));
    }
    return source.get();
  }
}
