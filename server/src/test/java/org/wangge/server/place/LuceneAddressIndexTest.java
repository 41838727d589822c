package org.wangge.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.place.Address;
import org.wangge.place.Address.DoorNumber;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressQuery;
import org.wangge.place.Exactness;

class LuceneAddressIndexTest {
  private static final AddressTown TOWN = new AddressTown();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "世茂前海8栋", "世茂前海８栋", "世茂前海八栋", "世茂前海8幢", "世茂前海8号楼", "世茂前海8座", "世茂前海 8", "世茂前海08#",
      })
  void a_building_is_found_however_its_number_is_written(String typed) {
    assertThat(TOWN.best(typed)).isEqualTo("世茂前海8栋 exact");
  }

  @ParameterizedTest
  @CsvSource({
    "smqh8d, 世茂前海8栋 initials",
    "SMQH8D, 世茂前海8栋 initials",
    "sm前海8d, 世茂前海8栋 initials",
    "世mqh8栋, 世茂前海8栋 initials",
    "shimaoqh8dong, 世茂前海8栋 initials",
    "shimaoqianhai8dong, 世茂前海8栋 pinyin",
    "shi mao qian hai 8 dong 2 danyuan 502, 世茂前海8栋2单元502 pinyin",
    "smqh8d2dy502, 世茂前海8栋2单元502 initials",
    "smqh8-2-502, 世茂前海8栋2单元502 initials",
    "世茂前海8栋2单元502室, 世茂前海8栋2单元502 exact",
    "世茂前海八栋二单元五零二, 世茂前海8栋2单元502 exact",
    "8-2-502 世茂前海, 世茂前海8栋2单元502 exact",
    "世茂前海A座, 世茂前海A栋 exact",
    "世茂前海8栋2单元5, 世茂前海8栋2单元502 prefix",
    "东湖街道世茂前海8栋, 世茂前海8栋 similar",
    "人民路12号世茂前海8栋, 世茂前海8栋 similar",
    "世茂, 世茂前海 prefix",
    "shimao, 世茂前海 pinyin",
    "shimaoqianha, 世茂前海 pinyin",
    "世茂前孩, 世茂前海 pinyin",
    "世茂前天, 世茂前海 similar",
    "世前茂海, 世茂前海 similar",
    "世茂前每8栋, 世茂前海8栋 similar",
    "shimoaqianhai8dong, 世茂前海8栋 similar",
    "海花, 世贸钱海花园 similar",
    "zhongqinglu, 重庆路 pinyin",
    "chongqinglu, 重庆路 pinyin",
    "zql, 重庆路 initials",
    "chaoyanglu, 朝阳路 pinyin",
    "zhaoyanglu, 朝阳路 pinyin",
    "renmin road 2, 人民路2号 exact",
    "2 Renmin Road, 人民路2号 exact",
    "301医院, 301医院 exact",
    "301yy, 301医院 initials",
    "第三中学, 第三中学 exact",
    "dszx, 第三中学 initials",
    "八号公馆, 八号公馆 exact",
    "8号公馆, 八号公馆 exact",
    "bahaogongguan, 八号公馆 pinyin",
    "老火车站, 绿景站 alias",
    "laohuochezhan, 绿景站 pinyin",
    "lvjingzhan, 绿景站 pinyin",
    "lujingzhan, 绿景站 pinyin",
    "north gate, 绿景站 alias",
    "nortj gate, 绿景站 similar",
    "990101001001, 东湖社区 alias",
    "990101001, 东湖社区 prefix",
    "dhsq, 东湖社区 initials",
  })
  void a_place_is_found_and_how_exactly_is_said(String typed, String best) {
    assertThat(TOWN.best(typed)).isEqualTo(best);
  }

  @Test
  void a_number_of_a_street_between_two_known_ones_is_reckoned_on_its_side() {
    AddressHit even = TOWN.first("人民路20号");
    assertThat(even.exactness()).isEqualTo(Exactness.INTERPOLATED);
    assertThat(even.label()).isEqualTo("人民路20号");
    assertThat(even.location()).isEqualTo(AddressTown.at(1_140_020_000, 226_000_000));
    assertThat(TOWN.first("人民路5号").location())
        .isEqualTo(AddressTown.at(1_140_005_000, 226_005_000));
  }

  @Test
  void a_number_beyond_the_last_known_one_gives_the_street_and_says_so() {
    AddressHit hit = TOWN.first("人民路3000号");
    assertThat(hit.label()).isEqualTo("人民路");
    assertThat(hit.exactness()).isEqualTo(Exactness.SIMILAR);
    assertThat(hit.missing()).isEqualTo("3000");
  }

  @Test
  void a_door_that_does_not_exist_gives_what_would_hold_it_and_says_what_is_missing() {
    AddressHit unit = TOWN.first("世茂前海8栋2单元999");
    assertThat(unit.label()).isEqualTo("世茂前海8栋2单元");
    assertThat(unit.missing()).isEqualTo("999");
    assertThat(unit.exactness()).isEqualTo(Exactness.SIMILAR);
    AddressHit building = TOWN.first("世茂前海8-7-502");
    assertThat(building.label()).isEqualTo("世茂前海8栋");
    assertThat(building.missing()).isEqualTo("7-502");
    AddressHit estate = TOWN.first("世茂前海77栋");
    assertThat(estate.label()).isEqualTo("世茂前海");
    assertThat(estate.missing()).isEqualTo("77");
  }

  @Test
  void a_short_door_is_found_in_every_estate_the_nearest_first() {
    AddressHit far = TOWN.ask("3-2-502").get(4);
    assertThat(TOWN.ask("3-2-502"))
        .hasSize(5)
        .allMatch(hit -> hit.address().kind() == AddressKind.HOUSEHOLD)
        .allMatch(hit -> hit.exactness() == Exactness.EXACT);
    List<AddressHit> near =
        TOWN.index.search(AddressTown.WORKER, new AddressQuery("3-2-502", far.location(), 12));
    assertThat(near.get(0)).isEqualTo(far);
  }

  @Test
  void an_estate_comes_before_its_buildings_that_are_nearer_and_named_after_it() {
    LuceneAddressIndex index =
        LuceneAddressIndex.of(
            Stream.of(
                Address.named(AddressKind.ESTATE, "e", "望峰小区", "", AddressTown.at(0, 0)),
                Address.named(AddressKind.BUILDING, "b", "望峰小区1栋", "", AddressTown.at(9, 9))
                    .withNumbers(List.of(DoorNumber.of(AddressKind.ESTATE, "e", "1")))),
            at -> List.of());
    assertThat(index.search(Caller.anonymous(), new AddressQuery("望峰", AddressTown.at(9, 9), 5)))
        .extracting(AddressHit::label)
        .containsExactly("望峰小区", "望峰小区1栋");
  }

  @Test
  void a_door_is_found_without_its_unit() {
    assertThat(TOWN.ask("世茂前海8栋502"))
        .extracting(AddressHit::label)
        .startsWith("世茂前海8栋1单元502", "世茂前海8栋2单元502");
  }

  @Test
  void hits_come_in_the_order_of_their_exactness() {
    List<AddressHit> hits = TOWN.ask("前海");
    assertThat(hits.get(0).label()).isEqualTo("前海农贸市场");
    assertThat(hits.get(0).exactness()).isEqualTo(Exactness.PREFIX);
    assertThat(hits).extracting(AddressHit::label).contains("世茂前海");
    assertThat(hits).extracting(AddressHit::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void doors_are_found_by_those_who_work_there_only() {
    Caller wall =
        Caller.of(
            "anonymous", Set.of(Role.RESIDENT, Role.WALL), AreaScope.unlimited(), Purpose.USE);
    Caller east = Caller.of("w2", Set.of(Role.WORKER), AreaScope.of(List.of("east")), Purpose.USE);
    Caller west = Caller.of("w3", Set.of(Role.WORKER), AreaScope.of(List.of("west")), Purpose.USE);
    for (Caller stranger : List.of(Caller.anonymous(), wall, east)) {
      AddressHit hit = TOWN.ask(stranger, "世茂前海8-2-502").get(0);
      assertThat(hit.label()).isEqualTo("世茂前海8栋");
      assertThat(hit.missing()).isEqualTo("2-502");
      assertThat(TOWN.ask(stranger, "3-2-502")).isEmpty();
      assertThat(TOWN.ask(stranger, "世茂前海8")).allMatch(h -> h.address().kind().isPublic());
    }
    assertThat(TOWN.ask(west, "世茂前海8-2-502").get(0).exactness()).isEqualTo(Exactness.EXACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name:世茂*",
        "世茂~2 OR *:*",
        "[a TO z]",
        "/.*/",
        "*",
        "\"",
        "\\",
        "+-&&||!",
        "\u0000",
        "😀"
      })
  void nothing_typed_is_read_as_a_query_language(String typed) {
    assertThat(TOWN.ask(typed)).allMatch(hit -> hit.label().startsWith("世茂"));
  }

  @Test
  void nothing_is_found_where_nothing_is_like_it() {
    assertThat(TOWN.ask("xyzzy")).isEmpty();
    assertThat(TOWN.ask("   ")).isEmpty();
    assertThat(TOWN.ask("乌鲁木齐")).isEmpty();
  }
}
