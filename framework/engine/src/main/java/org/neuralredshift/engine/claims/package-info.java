/**
 * What a study claims, tested against its rows. Claims are data of the study; a verdict follows from an interval by the rule
 * of {@link org.neuralredshift.engine.claims.Verdict} alone. Depends on {@code statistics}, {@code store} and {@code study};
 * {@code report} and the command call it.
 */
package org.neuralredshift.engine.claims;
