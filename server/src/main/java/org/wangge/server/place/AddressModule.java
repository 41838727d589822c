package org.wangge.server.place;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.Address;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressIndex;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressQuery;
import org.wangge.place.Exactness;
import org.wangge.server.storage.Renewal;

/**
 * Puts the address index together and keeps it in step: it is built anew in the background and
 * swapped when it is told that places changed, and when a search finds that areas did. Until the
 * first is built, nothing is found. Thread-safe.
 */
public final class AddressModule implements AutoCloseable {
  private static final long NEVER = -1;

  /** Asked once of each new index: the very first search would take ten times as long as others. */
  private static final List<String> WARMING = List.of("世茂前海8栋", "smqh8d", "sm前海", "shimoa");

  private final Supplier<Stream<Address>> places;
  private final Supplier<AreaAtlas> atlas;
  private final Renewal renewal = new Renewal("address-index", this::build);
  private final AddressHttp http;
  private volatile Built built;

  /**
   * Makes the module; nothing is built before {@link #renew}.
   *
   * @param places all addresses of places as they are now, areas apart; read in the background
   * @param atlas the areas as they are now
   */
  public AddressModule(Supplier<Stream<Address>> places, Supplier<AreaAtlas> atlas) {
    this.places = places;
    this.atlas = atlas;
    built = new Built(NEVER, LuceneAddressIndex.of(Stream.of(), this::areasAt));
    http = new AddressHttp(this::index, atlas);
  }

  public AddressHttp http() {
    return http;
  }

  /** To be told when places changed, and once at start. Returns at once; many calls become one. */
  public void renew() {
    renewal.renew();
  }

  /** Where an address is, if it is called exactly so and only one place is. */
  public Optional<LatticePoint> find(Caller caller, String text) {
    List<LatticePoint> places =
        index().search(caller, new AddressQuery(text, null, 2)).stream()
            .filter(hit -> hit.exactness() == Exactness.EXACT && hit.missing().isEmpty())
            .map(AddressHit::location)
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  private AddressIndex index() {
    Built now = built;
    if (now.coverageVersion != NEVER && now.coverageVersion != atlas.get().coverageVersion()) {
      renew();
    }
    return now.index;
  }

  private void build() {
    AreaAtlas areas = atlas.get();
    Stream<Address> all = Stream.concat(places.get(), areas(areas));
    AddressIndex next = LuceneAddressIndex.of(all, this::areasAt);
    WARMING.forEach(text -> next.search(Caller.upkeep(), new AddressQuery(text, null, 1)));
    built = new Built(areas.coverageVersion(), next);
  }

  /** Micro-grids are many and named after their grids: they are found there. */
  private static Stream<Address> areas(AreaAtlas atlas) {
    return atlas.areas().stream()
        .filter(area -> area.key().partition().equals(Partition.TREE))
        .filter(area -> area.level() != Level.MICRO_GRID)
        .flatMap(area -> address(area).stream());
  }

  private static Optional<Address> address(Area area) {
    return area.anchor()
        .or(() -> area.shape().map(shape -> shape.labelPoint()))
        .map(
            at ->
                Address.named(AddressKind.AREA, area.code(), area.name(), "", at)
                    .withAliases(List.of(area.code()))
                    .withDetail(area.level().word()));
  }

  private List<String> areasAt(LatticePoint point) {
    return atlas.get().locate(point).chain().stream().map(Area::code).toList();
  }

  /** Waits for the index that is being built, and builds no more. */
  @Override
  public void close() {
    renewal.close();
  }

  /**
   * An index and what it was built from.
   *
   * @param coverageVersion of the areas in it
   */
  private record Built(long coverageVersion, AddressIndex index) {}
}
