package org.wangge.server.importing;

import java.io.InputStream;

/**
 * A file to import. The stream is read once and not closed here.
 *
 * @param name its name without folders, for the report and for telling its format
 * @param stream its bytes
 */
public record ImportSource(String name, InputStream stream) {}
