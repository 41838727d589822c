package org.wangge.people;

import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;

/**
 * Which people to list, in the order of their codes.
 *
 * @param area only who is in charge of this area of the tree or something below it; null for all
 * @param text only those whose code begins with this, whose unit holds it, or whose name holds it;
 *     null for all
 * @param named where names may be searched: a name that is masked is not found by it
 * @param afterCode only codes after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record PersonQuery(
    @Nullable String area, @Nullable String text, AreaScope named, String afterCode, int limit) {}
