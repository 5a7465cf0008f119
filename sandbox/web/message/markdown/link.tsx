/** Links of a text; one to a message or a channel of Discord opens it here. */
import type { ComponentChildren } from 'preact';
import type { Lookup } from '../../model.js';
import { safeAddress } from './address.js';
import { ChannelMention, type Doors } from './mentions.js';

export interface LinkProps {
  target: string;
  /** Whether the address itself is what is shown. */
  isBare: boolean;
  lookup: Lookup;
  doors?: Doors | undefined;
  children: ComponentChildren;
}

export function Link({ target, isBare, lookup, doors, children }: LinkProps) {
  const address = safeAddress(target);
  if (!address) return <>{children}</>;
  const place = placeIn(address);
  if (place && isBare && lookup.channel(place.channelId))
    return <ChannelMention id={place.channelId} messageId={place.messageId} lookup={lookup} doors={doors} />;
  const open = (event: MouseEvent) => {
    if (!place || !doors || !lookup.channel(place.channelId)) return;
    event.preventDefault();
    doors.openChannel(place.channelId, place.messageId);
  };
  return (
    <a dir="auto" href={address} target="_blank" rel="noopener noreferrer" title={address} onClick={open}>
      {children}
    </a>
  );
}

/** The channel and message that an address of Discord's client names. */
export function placeIn(address: string): { channelId: string; messageId?: string } | undefined {
  const found =
    /^(?:https:\/\/(?:\w+\.)?discord(?:app)?\.com|discord:\/\/-?)\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/.exec(
      address,
    );
  if (!found?.[1]) return undefined;
  return { channelId: found[1], ...(found[2] && { messageId: found[2] }) };
}
