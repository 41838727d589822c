package org.wangge.server.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.PersonalField;
import org.wangge.people.Post;
import org.wangge.people.SeenPerson;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;

/** People as features without a geometry: where somebody is belongs to their positions. */
final class PersonJson {
  private PersonJson() {}

  static Map<String, Object> feature(SeenPerson one, AreaAtlas atlas) {
    SeenPerson.Subject person = one.person();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("code", person.code());
    properties.put("version", person.version());
    properties.put("unit", person.unit());
    properties.put("posts", one.posts().stream().map(post -> post(post, atlas)).toList());
    List<String> masked = new ArrayList<>();
    List<String> revealable = new ArrayList<>();
    one.shown().keySet().stream()
        .sorted()
        .forEach(
            field -> {
              Shown shown = one.shown().getOrDefault(field, new Shown("", false, false));
              properties.put(field.member(), shown.text());
              if (shown.masked()) {
                masked.add(field.member());
              }
              if (shown.revealable()) {
                revealable.add(field.member());
              }
            });
    properties.put("masked", masked);
    properties.put("revealable", revealable);
    properties.put("erased", person.erased());
    properties.put("generated", person.generated());
    return FeaturePage.feature(person.code(), null, properties);
  }

  private static Map<String, Object> post(Post post, AreaAtlas atlas) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("partition", post.area().partition());
    json.put("code", post.area().code());
    json.put("name", atlas.find(post.area()).map(Area::name).orElse(post.area().code()));
    json.put("duty", post.duty().word());
    return json;
  }

  /** Names of the fields a person can have, as requests call them. */
  static String[] members(String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    PersonalField.ofPersons().stream().sorted().map(PersonalField::member).forEach(all::add);
    return all.toArray(String[]::new);
  }
}
