/**
 * Exchange with other event data: GDELT 2.0, ICEWS, Phoenix and POLECAT rows are read into the
 * record beside its own events, and written from it. Main types: {@link
 * org.chancery.store.exchange.Importer}, {@link org.chancery.store.exchange.LayoutWriter}, {@link
 * org.chancery.store.exchange.SideBySide}; {@link org.chancery.store.exchange.Codes} holds the
 * tables of {@code codebook/exchange} and {@code codebook/ontology}. Trap: three letters mean
 * different things in different systems (MED is media in CAMEO, health in PLOVER; EUR is Europe
 * there, the European Union here), so no code passes a border without its table.
 */
@NullMarked
package org.chancery.store.exchange;

import org.jspecify.annotations.NullMarked;
