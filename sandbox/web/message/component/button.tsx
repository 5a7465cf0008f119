/** A button of a message: it shows that it works until the sandbox has answered. */
import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../../words/words.js';
import { OpenOutsideIcon } from '../icons.js';
import { safeAddress } from '../markdown/address.js';
import { placeIn } from '../markdown/link.js';
import { useWithin } from '../within.js';
import { LINK_STYLE, PREMIUM_STYLE } from './types.js';

const LOOKS: { [style: number]: string } = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

export function Button({ button }: { button: APIButtonComponent }) {
  const { message, actions } = useWithin();
  const [isBusy, setBusy] = useState(false);
  if (button.style === PREMIUM_STYLE) return <span class="component-note">{words().message.premium}</span>;
  const label = <Label emoji={button.emoji} text={button.label} />;
  if (button.style === LINK_STYLE)
    return (
      <LinkButton url={button.url} isDisabled={button.disabled === true}>
        {label}
      </LinkButton>
    );
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    await actions.click(message, button.custom_id);
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`component-button component-button-${LOOKS[button.style] ?? 'secondary'}`}
      aria-label={button.label ? undefined : (button.emoji?.name ?? words().message.button)}
      disabled={button.disabled === true}
      // It keeps the focus while it works: `disabled` would lose it.
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={() => void press()}
    >
      <span class="component-button-label" dir="auto">
        {label}
      </span>
      {isBusy && <Dots />}
    </button>
  );
}

interface LinkButtonProps {
  url: string;
  isDisabled: boolean;
  children: ComponentChildren;
}

function LinkButton({ url, isDisabled, children }: LinkButtonProps) {
  const { lookup, actions } = useWithin();
  const address = safeAddress(url);
  const look = 'component-button component-button-secondary';
  if (isDisabled || !address)
    return (
      <button type="button" class={look} disabled>
        <span class="component-button-label" dir="auto">
          {children}
        </span>
      </button>
    );
  const place = placeIn(address);
  const open = (event: MouseEvent) => {
    if (!place || !lookup.channel(place.channelId)) return;
    event.preventDefault();
    actions.openChannel(place.channelId, place.messageId);
  };
  return (
    <a class={look} href={address} target="_blank" rel="noopener noreferrer" title={address} onClick={open}>
      <span class="component-button-label" dir="auto">
        {children}
      </span>
      <OpenOutsideIcon size={16} />
    </a>
  );
}

function Label({ emoji, text }: { emoji?: APIMessageComponentEmoji | undefined; text?: string | undefined }) {
  return (
    <>
      {emoji?.name && (
        <span class="component-emoji" aria-hidden={text ? 'true' : undefined}>
          {emoji.id ? `:${emoji.name}:` : emoji.name}
        </span>
      )}
      {text}
    </>
  );
}

/** Something is on its way. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
