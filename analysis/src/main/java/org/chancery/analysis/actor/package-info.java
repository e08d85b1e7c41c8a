/**
 * Who is who: {@link org.chancery.analysis.actor.ActorResolver} and the office holders by date.
 *
 * <p>Trap: a capital is a government or a city, by its preposition.
 */
@NullMarked
package org.chancery.analysis.actor;

import org.jspecify.annotations.NullMarked;
