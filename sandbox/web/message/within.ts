/** The message that something stands in, for its parts at any depth. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lookup, Message, MessageActions } from '../model.js';

export interface Within {
  message: Message;
  lookup: Lookup;
  actions: MessageActions;
}

export const WithinMessage = createContext<Within | undefined>(undefined);

export function useWithin(): Within {
  const within = useContext(WithinMessage);
  if (!within) throw new Error('A part of a message stands outside of any.');
  return within;
}
