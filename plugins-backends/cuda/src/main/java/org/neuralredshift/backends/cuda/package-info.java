/**
 * The backend: a card, programs loaded on it, sessions that bring networks through it in chunks. What to run comes from {@code
 * program}, what runs it from {@code driver}.
 */
package org.neuralredshift.backends.cuda;
