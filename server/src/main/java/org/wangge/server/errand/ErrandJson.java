package org.wangge.server.errand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.errand.Errand;
import org.wangge.errand.ErrandAct;
import org.wangge.errand.ErrandKind;
import org.wangge.errand.ErrandOffer;
import org.wangge.errand.ErrandOrders;
import org.wangge.errand.ErrandSight;
import org.wangge.errand.ErrandState;
import org.wangge.errand.ErrandTally;
import org.wangge.errand.ErrandWords;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Errands as answers. */
final class ErrandJson {
  private final Map<String, Shown> names;
  private final AreaAtlas atlas;

  /**
   * Makes it.
   *
   * @param names of accounts, as whoever looks may know them
   * @param atlas what grids are called
   */
  ErrandJson(Map<String, Shown> names, AreaAtlas atlas) {
    this.names = names;
    this.atlas = atlas;
  }

  static Map<String, Object> kind(ErrandKind kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", kind.code());
    json.put("version", kind.version());
    json.put("nameZh", kind.nameZh());
    json.put("nameEn", kind.nameEn());
    json.put("retired", kind.retired());
    json.put("since", kind.since().toString());
    return json;
  }

  /** For the resident: what was ordered, and how far it is. Nobody is named. */
  Map<String, @Nullable Object> followed(ErrandOrders.Followed followed) {
    Errand errand = followed.errand();
    ErrandWords words = followed.words();
    Map<String, @Nullable Object> json = common(errand);
    json.remove("holder");
    json.remove("incident");
    json.put("name", words.name());
    json.put("phone", words.phone());
    json.put("address", words.address());
    json.put("wish", words.wish());
    json.put("reason", words.reason());
    json.put("told", words.told());
    json.put("thanks", words.thanks());
    json.put(
        "actions",
        errand.state().isWithdrawable()
            ? List.of(ErrandAct.WITHDRAW.word())
            : errand.state() == ErrandState.DONE
                ? List.of(ErrandAct.CONFIRM.word(), ErrandAct.DISPUTE.word())
                : List.of());
    return json;
  }

  Map<String, Object> receipt(ErrandOrders.Receipt receipt) {
    return Map.of(
        "token", receipt.token(),
        "number", receipt.errand().id(),
        "grid", receipt.errand().place().grid(),
        "gridName", nameOf(receipt.errand().place().grid()));
  }

  /** For a desk, where it was ordered. */
  Map<String, Object> atDesk(ErrandSight sight) {
    Errand errand = sight.errand();
    Map<String, @Nullable Object> json = seen(sight);
    json.put("photo", errand.photoOrNull() != null);
    json.put("offers", errand.offers().stream().map(this::offer).toList());
    Shown holder = errand.holder().map(names::get).orElse(null);
    json.put("holderName", holder == null ? null : holder.text());
    return FeaturePage.feature(
        Long.toString(errand.id()), Points.toDegrees(errand.place().at()), json);
  }

  /** For a volunteer: before they have accepted, only the grid says where. */
  Map<String, @Nullable Object> inHand(ErrandSight sight) {
    Map<String, @Nullable Object> json = seen(sight);
    json.remove("holder");
    json.remove("incident");
    boolean held = sight.errand().holder().isPresent();
    json.put("held", held);
    var at = Points.toDegrees(sight.errand().place().at());
    json.put("lon", held ? at.getCoordinate().x : null);
    json.put("lat", held ? at.getCoordinate().y : null);
    return json;
  }

  private Map<String, @Nullable Object> seen(ErrandSight sight) {
    Map<String, @Nullable Object> json = common(sight.errand());
    json.put("name", sight.name().text());
    json.put("phone", sight.phone().text());
    json.put("masked", sight.phone().masked());
    json.put("address", sight.words().address());
    json.put("wish", sight.words().wish());
    json.put("reason", sight.words().reason());
    json.put("told", sight.words().told());
    json.put("thanks", sight.words().thanks());
    json.put("actions", sight.actions().stream().map(ErrandAct::word).toList());
    return json;
  }

  private Map<String, @Nullable Object> common(Errand errand) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", errand.id());
    json.put("version", errand.version());
    json.put("kind", errand.kind());
    json.put("grid", errand.place().grid());
    json.put("gridName", nameOf(errand.place().grid()));
    json.put("from", errand.window().from().toString());
    json.put("until", errand.window().until().toString());
    json.put("state", errand.state().word());
    json.put("orderedAt", errand.orderedAt().toString());
    json.put("changedAt", errand.changedAt().toString());
    json.put("holder", errand.holderOrNull());
    json.put("incident", errand.incidentOrNull());
    json.put("generated", errand.generated());
    return json;
  }

  private Map<String, @Nullable Object> offer(ErrandOffer offer) {
    Map<String, @Nullable Object> json = volunteer(offer.account());
    json.put("reply", offer.reply().word());
    return json;
  }

  Map<String, @Nullable Object> volunteer(String account) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
    return json;
  }

  /** How far those of a grid are. */
  Map<String, Object> tally(ErrandTally tally) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("grid", tally.grid());
    json.put("name", nameOf(tally.grid()));
    json.put("ordered", tally.ordered());
    json.put("done", tally.finished());
    Map<String, Object> states = new LinkedHashMap<>();
    for (ErrandState one : ErrandState.values()) {
      states.put(one.word(), tally.counts().getOrDefault(one, 0));
    }
    json.put("states", states);
    return json;
  }

  private String nameOf(String grid) {
    return atlas.find(AreaKey.tree(grid)).map(Area::name).orElse(grid);
  }
}
