/**
 * Kills and other faults, and what must hold after them. {@link org.chancery.cli.faults.Faults}
 * runs scenarios from {@code tools/faults.sh}; a few kills run with the tests. Trap: the moment of
 * a kill is drawn from a seed, but what the process is doing at that moment depends on the machine.
 */
@NullMarked
package org.chancery.cli.faults;

import org.jspecify.annotations.NullMarked;
