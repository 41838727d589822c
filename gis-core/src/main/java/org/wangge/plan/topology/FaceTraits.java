package org.wangge.plan.topology;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKind;

/**
 * What a plan changes of a face besides its ground; null where it changes nothing.
 *
 * @param nameOrNull what it is called
 * @param kindOrNull which kind of grid it is
 * @param schemeOrNull which version of the code scheme it is numbered under; only of what is
 *     numbered anew
 */
public record FaceTraits(
    @Nullable String nameOrNull, @Nullable GridKind kindOrNull, @Nullable String schemeOrNull) {

  public static final FaceTraits NONE = new FaceTraits(null, null, null);

  public Optional<String> name() {
    return Optional.ofNullable(nameOrNull);
  }

  public Optional<GridKind> kind() {
    return Optional.ofNullable(kindOrNull);
  }

  public Optional<String> scheme() {
    return Optional.ofNullable(schemeOrNull);
  }
}
