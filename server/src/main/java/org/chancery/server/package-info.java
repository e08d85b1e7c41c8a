/**
 * Web pages and REST API over a record: {@link org.chancery.server.Server}.
 *
 * <p>Trap: all text of reports is hostile; nothing reaches a page but through {@link
 * org.chancery.server.Html#text}.
 */
@NullMarked
package org.chancery.server;

import org.jspecify.annotations.NullMarked;
