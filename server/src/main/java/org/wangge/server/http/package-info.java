/**
 * What every HTTP answer shares: parameters, problems, callers, JSON, pages, the running web
 * server.
 */
@NullMarked
package org.wangge.server.http;

import org.jspecify.annotations.NullMarked;
