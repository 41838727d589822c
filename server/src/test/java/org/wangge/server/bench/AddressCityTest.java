package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressQuery;
import org.wangge.place.Exactness;
import org.wangge.server.place.LuceneAddressIndex;

/** The address index against a scan of all addresses of a made-up city. */
class AddressCityTest {
  private static final int LIMIT = 12;
  private static final Caller WORKER =
      Caller.of("w", Set.of(Role.WORKER), AreaScope.unlimited(), Purpose.USE);
  private static final List<Address> CITY = AddressCity.of(5, 20_000);
  private static final LuceneAddressIndex INDEX =
      LuceneAddressIndex.of(CITY.stream(), at -> List.of());

  @Test
  void names_and_their_beginnings_are_found_as_a_scan_finds_them() {
    Random random = new Random(1);
    List<Address> named = CITY.stream().filter(address -> !address.nameZh().isEmpty()).toList();
    int compared = 0;
    for (int i = 0; i < 400; i++) {
      String name = named.get(random.nextInt(named.size())).nameZh();
      String typed = name.substring(0, 1 + random.nextInt(name.length()));
      @Nullable LatticePoint near =
          i % 2 == 0 ? null : CITY.get(random.nextInt(CITY.size())).location();
      List<String> expected = scan(named, typed, near).limit(LIMIT).map(Address::id).toList();
      List<String> found =
          INDEX.search(WORKER, new AddressQuery(typed, near, LIMIT)).stream()
              .filter(hit -> hit.exactness().compareTo(Exactness.PREFIX) <= 0)
              .map(hit -> hit.address().id())
              .toList();
      assertThat(found).as(typed).isEqualTo(expected);
      compared += expected.size();
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  private static Stream<Address> scan(
      List<Address> named, String typed, @Nullable LatticePoint near) {
    Comparator<Address> order = Comparator.comparing(address -> !address.nameZh().equals(typed));
    if (near != null) {
      order = order.thenComparingDouble(address -> apart(near, address.location()));
    }
    return named.stream()
        .filter(address -> address.nameZh().startsWith(typed))
        .sorted(
            order
                .thenComparing(Address::kind)
                .thenComparing(address -> address.label().length())
                .thenComparing(Address::label)
                .thenComparing(Address::id));
  }

  private static double apart(LatticePoint one, LatticePoint other) {
    double north = (double) one.lat() - other.lat();
    double east = ((double) one.lon() - other.lon()) * Math.cos(Math.toRadians(one.latDegrees()));
    return north * north + east * east;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "s", "1", "路", "1-", "xian", "望", "单", "长重乐都", "ao", "z路", "1栋", "enen", "望e1"
      })
  void nothing_that_is_typed_takes_long(String part) {
    for (int times : new int[] {1, 9, 100 / part.length()}) {
      AddressQuery query =
          new AddressQuery(part.repeat(Math.min(times, 100 / part.length())), null, 50);
      long before = System.nanoTime();
      List<AddressHit> hits = INDEX.search(WORKER, query);
      assertThat((System.nanoTime() - before) / 1e6).as(query.text()).isLessThan(1_000);
      assertThat(hits).hasSizeLessThanOrEqualTo(50);
    }
  }

  @Test
  void every_address_is_found_by_its_label_as_exact() {
    for (int i = 0; i < CITY.size(); i += 23) {
      Address meant = CITY.get(i);
      AddressHit hit =
          INDEX.search(WORKER, new AddressQuery(meant.label(), meant.location(), LIMIT)).get(0);
      assertThat(hit.address().label()).isEqualTo(meant.label());
      assertThat(hit.exactness()).as(meant.label()).isEqualTo(Exactness.EXACT);
    }
  }
}
