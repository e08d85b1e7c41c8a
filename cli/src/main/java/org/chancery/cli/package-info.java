/**
 * The command line: {@link org.chancery.cli.Chancery} is the main class, {@link
 * org.chancery.analysis.Engine} wires the stages. Trap: only this module may print or exit.
 */
@NullMarked
package org.chancery.cli;

import org.jspecify.annotations.NullMarked;
