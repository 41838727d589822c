package org.wangge.people;

import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/**
 * Which accounts to list. Whatever is null does not narrow.
 *
 * @param textOrNull what the id or the staff code holds
 * @param stateOrNull only those in this state
 * @param roleOrNull only those with a grant of this role
 * @param areaOrNull only those with a grant for this area of the tree or one below it
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record AccountQuery(
    @Nullable String textOrNull,
    @Nullable AccountState stateOrNull,
    @Nullable Role roleOrNull,
    @Nullable String areaOrNull,
    String afterId,
    int limit) {}
