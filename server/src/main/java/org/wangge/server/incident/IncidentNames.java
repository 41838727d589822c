package org.wangge.server.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.incident.Incident;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;

/**
 * What the categories and grids of incidents are called: for a phone on a thin network, which is
 * told so along with them and need not read all there are. Thread-safe.
 */
public final class IncidentNames {
  private final CategoryRegister register;
  private final Supplier<AreaAtlas> atlas;

  IncidentNames(CategoryRegister register, Supplier<AreaAtlas> atlas) {
    this.register = register;
    this.atlas = atlas;
  }

  /** The names of incidents, as of now. */
  public Function<Incident, Map<String, String>> now(Caller caller) {
    Map<String, Category> categories =
        register.list(caller, Optional.empty()).stream()
            .collect(Collectors.toMap(Category::code, one -> one));
    AreaAtlas areas = atlas.get();
    return incident -> {
      Map<String, String> names = new LinkedHashMap<>();
      Optional.ofNullable(categories.get(incident.category()))
          .ifPresent(
              category -> {
                names.put("categoryZh", category.nameZh());
                names.put("categoryEn", category.nameEn());
              });
      Optional.ofNullable(incident.gridOrNull())
          .flatMap(code -> areas.find(AreaKey.tree(code)))
          .ifPresent(grid -> names.put("grid", grid.name()));
      return names;
    };
  }
}
