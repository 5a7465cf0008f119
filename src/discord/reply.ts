/** The answers to one interaction: first response, deferral, edit and follow-up, each safe when a response was lost. */
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  type REST,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord.js';
import { isAnsweredAlready } from './errors.js';
import { messageBody } from './message/message-body.js';
import type { FormView, MessageView } from './message/message-view.js';

/** What an interaction is answered by. */
interface Answerable {
  id: string;
  token: string;
  applicationId: string;
}

export type Visibility = 'public' | 'ephemeral' | 'update';

/** One interaction's answers. `state` says what Discord has been told so far. */
export class Reply {
  state: 'none' | 'answered' | `deferred-${Visibility}` = 'none';

  constructor(
    private readonly rest: REST,
    private readonly interaction: Answerable,
    /** Called when Discord has the first response. */
    private readonly onResponse: () => void = () => undefined,
  ) {}

  /** Gains time: 15 minutes from here on instead of 3 seconds. */
  async defer(visibility: Visibility): Promise<void> {
    this.state = `deferred-${visibility}`;
    await this.callback(
      visibility === 'update'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            ...(visibility === 'ephemeral' && { data: { flags: MessageFlags.Ephemeral } }),
          },
    );
  }

  /** Finishes a message before it is sent; set once the guild is known. Never rejects. */
  finish: (view: MessageView) => Promise<MessageView> = async (view) => view;

  /** Sends the message as the answer, or in place of the deferral; gives it when `fetch` asks for it. */
  async send(
    unfinished: MessageView,
    visibility: Visibility,
    fetch = false,
  ): Promise<APIMessage | undefined> {
    const view = await this.finish(unfinished);
    const before = this.state;
    this.state = 'answered';
    try {
      if (before === 'none') {
        const { body, files } = messageBody(view, visibility === 'ephemeral');
        const type =
          visibility === 'update'
            ? InteractionResponseType.UpdateMessage
            : InteractionResponseType.ChannelMessageWithSource;
        return await this.callback({ type, data: body }, { files, fetch });
      }
      if (before === `deferred-${visibility}`) return await this.edit(view);
      if (before === 'deferred-public') await this.removeOriginal();
    } catch (error) {
      // Nothing was shown: another answer can still take its place.
      this.state = before;
      throw error;
    }
    return this.followUp(view, visibility === 'ephemeral');
  }

  async form(form: FormView): Promise<void> {
    await this.callback({ type: InteractionResponseType.Modal, data: form });
    this.state = 'answered';
  }

  async choices(choices: readonly APIApplicationCommandOptionChoice[]): Promise<void> {
    this.state = 'answered';
    await this.callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** One more message after the answer. */
  async followUp(unfinished: MessageView, ephemeral: boolean): Promise<APIMessage> {
    const view = await this.finish(unfinished);
    const { body, files } = messageBody(view, ephemeral);
    const { applicationId, token } = this.interaction;
    return (await this.rest.post(Routes.webhook(applicationId, token), {
      auth: false,
      body,
      files,
    })) as APIMessage;
  }

  /** The answer as it stands in the channel; undefined when there is none, or no more than a deferral's placeholder. */
  async shown(): Promise<APIMessage | undefined> {
    const message = await this.original().catch(() => undefined);
    return message && !((message.flags ?? 0) & MessageFlags.Loading) ? message : undefined;
  }

  private async original(): Promise<APIMessage> {
    const { applicationId, token } = this.interaction;
    return (await this.rest.get(Routes.webhookMessage(applicationId, token, '@original'), {
      auth: false,
    })) as APIMessage;
  }

  /** Deletes the placeholder of a public deferral. */
  private async removeOriginal(): Promise<void> {
    const { applicationId, token } = this.interaction;
    await this.rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
  }

  private async edit(view: MessageView): Promise<APIMessage> {
    const { body, files } = messageBody(view);
    const { applicationId, token } = this.interaction;
    return (await this.rest.patch(Routes.webhookMessage(applicationId, token, '@original'), {
      auth: false,
      body,
      files,
    })) as APIMessage;
  }

  private async callback(
    body: unknown,
    { files, fetch = false }: { files?: ReturnType<typeof messageBody>['files']; fetch?: boolean } = {},
  ): Promise<APIMessage | undefined> {
    const { id, token } = this.interaction;
    try {
      const result = (await this.rest.post(Routes.interactionCallback(id, token), {
        auth: false,
        body,
        files,
        ...(fetch && { query: new URLSearchParams({ with_response: 'true' }) }),
      })) as RESTPostAPIInteractionCallbackWithResponseResult | undefined;
      this.onResponse();
      return result?.resource?.message;
    } catch (error) {
      // discord.js sends again after a time-out: the first attempt had got through.
      if (!isAnsweredAlready(error)) throw error;
      return fetch ? this.original() : undefined;
    }
  }
}
