package org.wangge.planted.server.http;

import org.wangge.planted.server.grid.GridRuleInServer;

/** Of all features, {@code http} may know none. */
public record PageThatKnowsGrids(GridRuleInServer rule) {}
