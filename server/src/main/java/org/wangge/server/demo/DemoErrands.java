package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.errand.Errand;
import org.wangge.errand.ErrandLapse;
import org.wangge.errand.ErrandOffer;
import org.wangge.errand.ErrandQuery;
import org.wangge.errand.ErrandState;
import org.wangge.errand.ErrandStore;
import org.wangge.errand.ErrandWindow;
import org.wangge.errand.ErrandWords;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/** A few errands of the demonstration, one at least in each state that needs nobody else. */
public final class DemoErrands implements DemoPart {
  private static final String VOLUNTEER = "volunteer";
  private static final ErrandQuery ANY = new ErrandQuery(null, Set.of(), null, Long.MAX_VALUE, 1);

  private final ErrandStore store;
  private final ErrandLapse lapse;

  public DemoErrands(ErrandStore store, ErrandLapse lapse) {
    this.store = store;
    this.lapse = lapse;
  }

  /**
   * One as it stands.
   *
   * @param hours since it was ordered
   * @param lasts hours from the order to the end of the wished time
   * @param what the resident, and those who had to do with it, said
   */
  private record Draft(String kind, ErrandState state, int hours, int lasts, ErrandWords what) {}

  private static Draft draft(String kind, ErrandState state, int hours, int lasts, String... what) {
    return new Draft(
        kind,
        state,
        hours,
        lasts,
        new ErrandWords(what[0], what[1], what[2], what[3], what[4], what[5], what[6]));
  }

  private static final List<Draft> DRAFTS =
      List.of(
          draft(
              "medicine",
              ErrandState.CONFIRMED,
              52,
              6,
              "周桂兰",
              "00060000001",
              "2栋1单元302",
              "到社区医院取降压药",
              "",
              "药已送到，医保卡还给本人",
              "谢谢小伙子"),
          draft(
              "carrying",
              ErrandState.CONFIRMED,
              30,
              5,
              "吴建平",
              "00060000002",
              "5栋门口",
              "旧沙发搬到大件回收点",
              "",
              "两个人抬下去的",
              ""),
          draft(
              "repair",
              ErrandState.CONFIRMED,
              28,
              8,
              "何秀英",
              "00060000003",
              "3栋501",
              "厨房灯不亮",
              "",
              "换了灯泡和启辉器",
              "亮堂多了"),
          draft(
              "repair",
              ErrandState.DISPUTED,
              26,
              6,
              "郑国强",
              "00060000004",
              "7栋202",
              "水龙头滴水",
              "",
              "拧紧了垫圈",
              "还在滴"),
          draft(
              "company",
              ErrandState.RETURNED,
              24,
              8,
              "孙志华",
              "00060000005",
              "",
              "明天去市里办护照，想要人陪",
              "护照要本人到市里办，志愿者不出区，已告知预约电话",
              "",
              ""),
          draft(
              "other", ErrandState.LAPSED, 20, 3, "李梅", "00060000006", "南门", "帮忙收一下快递", "", "", ""),
          draft(
              "medicine",
              ErrandState.WITHDRAWN,
              9,
              4,
              "钱大海",
              "00060000007",
              "",
              "买退烧贴",
              "",
              "",
              ""),
          draft(
              "carrying",
              ErrandState.DONE,
              5,
              6,
              "赵玉珍",
              "00060000008",
              "1栋2单元601",
              "米和油送上楼",
              "",
              "放在厨房门口",
              ""),
          draft(
              "company",
              ErrandState.ACCEPTED,
              3,
              8,
              "冯婉秋",
              "00060000009",
              "4栋101",
              "下午陪着去医院换药",
              "",
              "",
              ""),
          draft(
              "medicine",
              ErrandState.DISPATCHED,
              2,
              9,
              "陈德福",
              "00060000010",
              "6栋402",
              "取慢病药，药单在家里",
              "",
              "",
              ""),
          draft(
              "repair",
              ErrandState.ORDERED,
              1,
              10,
              "许文静",
              "00060000011",
              "8栋303",
              "门锁打不开，想请人看看",
              "",
              "",
              ""),
          draft(
              "other", ErrandState.ORDERED, 0, 12, "马兰", "00060000012", "", "教我用手机挂号", "", "", ""));

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    if (!store.list(tx, caller, ANY).isEmpty()) {
      return;
    }
    List<Area> grids = town.areas(Partition.TREE, Level.GRID);
    for (int i = 0; i < DRAFTS.size(); i++) {
      // The last of them lie in the same few grids, so that a head has more than one.
      Area grid = grids.get(i * 2 % Math.min(10, grids.size()));
      add(tx, caller, DRAFTS.get(i), grid, i, now);
    }
  }

  private void add(Tx tx, Caller caller, Draft draft, Area grid, int number, Instant now) {
    Instant ordered = now.minus(Duration.ofHours(draft.hours()));
    ErrandWindow window = new ErrandWindow(ordered, ordered.plus(Duration.ofHours(draft.lasts())));
    String key = "demonstration-" + number;
    Errand kept =
        store.add(
            tx,
            caller,
            new Errand(
                0,
                1,
                draft.kind(),
                new Errand.Place(grid.code(), grid.shape().orElseThrow().labelPoint()),
                window,
                draft.state(),
                ordered,
                ordered,
                offers(draft.state()),
                holder(draft.state()),
                null,
                null,
                true),
            draft.what(),
            key,
            key);
    lapse.follow(tx, caller, kept);
  }

  private static @Nullable String holder(ErrandState state) {
    return switch (state) {
      case ACCEPTED, DONE, CONFIRMED -> VOLUNTEER;
      default -> null;
    };
  }

  private static List<ErrandOffer> offers(ErrandState state) {
    return switch (state) {
      case DISPATCHED -> List.of(new ErrandOffer(VOLUNTEER, ErrandOffer.Reply.OPEN));
      case ACCEPTED, DONE, CONFIRMED ->
          List.of(new ErrandOffer(VOLUNTEER, ErrandOffer.Reply.ACCEPTED));
      case DISPUTED -> List.of(new ErrandOffer(VOLUNTEER, ErrandOffer.Reply.DECLINED));
      default -> List.of();
    };
  }
}
