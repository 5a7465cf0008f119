/** Effects of answers about entries. */
import { defineEffect } from '../../discord/outcome.js';

/** Entries whose cards are out of date now. */
export const staleCards = defineEffect<readonly number[]>('stale cards');

/** The moderators' queue has changed: its cards are posted right away. */
export const queueChanged = defineEffect('queue changed');

/** It enqueued a message, which is delivered right away. */
export const messageOwed = defineEffect('message owed');
