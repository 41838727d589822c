package org.wangge.planted.server.grid;

import io.javalin.http.Context;
import java.sql.Connection;
import org.wangge.planted.server.http.PageThatKnowsGrids;

/** Knows the web and the database, and is neither edge nor store. */
public record GridRuleInServer(Context web, Connection database, PageThatKnowsGrids page) {}
