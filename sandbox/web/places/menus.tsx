/** The menus of messages and people, with what the viewer may do there. */
import { MessageMenu } from '../menu/message-menu.js';
import { PersonMenu } from '../menu/person-menu.js';
import type { Message } from '../model.js';
import type { Actions } from '../state/actions.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';

/** A message that only one person sees. */
const EPHEMERAL = 1 << 6;

export interface MenusProps {
  page: Page;
  actions: Actions;
  overlays: Overlays;
}

export function Menus({ page, actions, overlays }: MenusProps) {
  const { messageMenu, personMenu } = overlays;
  const { channel } = page.spot.value;
  const person = personMenu.value && page.lookup.person(personMenu.value.userId);
  return (
    <>
      {messageMenu.value && (
        <MenuOfMessage
          page={page}
          actions={actions}
          overlays={overlays}
          message={messageMenu.value.message}
        />
      )}
      {personMenu.value && person && channel && (
        <PersonMenu
          person={person}
          anchor={personMenu.value.anchor}
          commands={page.commands.of(channel.id).value}
          lookup={page.lookup}
          run={({ name, applicationId }) =>
            void actions.runMenu(channel.id, name, { user: person.id }, applicationId)
          }
          onClose={() => {
            personMenu.value = undefined;
          }}
        />
      )}
    </>
  );
}

function MenuOfMessage({ page, actions, overlays, message }: MenusProps & { message: Message }) {
  const { messageMenu } = overlays;
  const can = page.world.channels.value.get(message.channel_id)?.can;
  const isOpenToAll = ((message.flags ?? 0) & EPHEMERAL) === 0;
  const isOwn = message.author.id === page.lookup.viewer.id;
  if (!messageMenu.value) return null;
  return (
    <MessageMenu
      message={message}
      anchor={messageMenu.value.anchor}
      commands={page.commands.of(message.channel_id).value}
      lookup={page.lookup}
      run={({ name, applicationId }) =>
        void actions.runMenu(message.channel_id, name, { message }, applicationId)
      }
      onReply={isOpenToAll && can?.send ? () => actions.reply(message) : undefined}
      onThread={
        isOpenToAll && can?.createThreads && !message.thread
          ? () => {
              overlays.newThread.value = message;
            }
          : undefined
      }
      onDelete={
        isOpenToAll && (isOwn || can?.manageMessages)
          ? () => {
              overlays.removal.value = message;
            }
          : undefined
      }
      onClose={() => {
        messageMenu.value = undefined;
      }}
    />
  );
}
