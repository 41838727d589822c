package org.wangge.server.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.incident.Incident;
import org.wangge.incident.category.CategoryStore;

/** What fills the blanks of texts about an incident: nothing personal. Thread-safe. */
final class Fillings {
  private final CategoryStore categories;
  private final Supplier<AreaAtlas> atlas;

  Fillings(CategoryStore categories, Supplier<AreaAtlas> atlas) {
    this.categories = categories;
    this.atlas = atlas;
  }

  Map<String, String> of(Tx tx, Incident incident) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", incident.number());
    values.put(
        "category",
        categories
            .find(tx, Caller.upkeep(), incident.category())
            .map(one -> one.nameZh())
            .orElse(incident.category()));
    values.put("grid", incident.gridCode().map(this::gridName).orElse(""));
    return values;
  }

  String gridName(String code) {
    return atlas.get().find(AreaKey.tree(code)).map(area -> area.name()).orElse(code);
  }
}
