package org.wangge.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKind;

/**
 * What a plan changes of a face besides its ground; null where it changes nothing.
 *
 * @param nameOrNull what it is called
 * @param kindOrNull which kind of grid it is
 */
public record FaceTraits(@Nullable String nameOrNull, @Nullable GridKind kindOrNull) {

  static final FaceTraits NONE = new FaceTraits(null, null);

  public Optional<String> name() {
    return Optional.ofNullable(nameOrNull);
  }

  public Optional<GridKind> kind() {
    return Optional.ofNullable(kindOrNull);
  }
}
