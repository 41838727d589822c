package org.wangge.planted.tiles;

import org.wangge.planted.server.http.PageThatKnowsGrids;

record TileThatServes(PageThatKnowsGrids page) {}
