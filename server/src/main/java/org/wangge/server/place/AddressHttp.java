package org.wangge.server.place;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressIndex;
import org.wangge.place.AddressQuery;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;

/** The search for addresses over HTTP. */
public final class AddressHttp {
  private final Supplier<AddressIndex> index;
  private final Supplier<AreaAtlas> atlas;

  AddressHttp(Supplier<AddressIndex> index, Supplier<AreaAtlas> atlas) {
    this.index = index;
    this.atlas = atlas;
  }

  /** {@code GET /api/places/search}. */
  public void search(Context ctx) {
    AddressQuery query = AddressRequests.search(ctx);
    long before = System.nanoTime();
    List<AddressHit> hits = index.get().search(Callers.of(ctx), query);
    long took = System.nanoTime() - before;
    AreaAtlas now = atlas.get();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("hits", hits.stream().map(hit -> AddressJson.hit(hit, grid(now, hit))).toList());
    answer.put("tookMicros", took / 1000);
    ctx.header("Cache-Control", "private, no-cache");
    Json.write(ctx, "application/json", answer);
  }

  /** Looked up when asked, so that a redrawn grid is the right one at once. */
  private static Optional<String> grid(AreaAtlas now, AddressHit hit) {
    LatticePoint at = hit.location();
    return now.ownerAt(Partition.TREE, Level.GRID, at).map(Area::code);
  }
}
