/** One request to Discord's API as a handler sees it, and what a handler answers. */
import { isObject, type JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { ApplicationRecord, UploadedFile } from '../state/records.js';
import { refusalOf } from '../validation/index.js';
import { ApiError, refuse } from './errors.js';

export interface Answer {
  status: number;
  body?: unknown;
}

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export class Call {
  constructor(
    readonly sandbox: Sandbox,
    readonly method: string,
    /** Discord's template of the path, such as `/channels/{channel_id}`. */
    readonly template: string,
    readonly params: { [name: string]: string | undefined },
    readonly query: URLSearchParams,
    /** The bot that asks; absent where a path carries its own token. */
    private readonly asker: ApplicationRecord | undefined,
    private readonly sent: unknown,
    readonly files: UploadedFile[],
    /** The reason for the audit log, from its header. */
    readonly reason?: string,
  ) {}

  /** What the handler found to be without effect, such as `flag IS_VOICE_MESSAGE`. */
  readonly gaps: string[] = [];

  get application(): ApplicationRecord {
    if (!this.asker) throw refuse('unauthorized');
    return this.asker;
  }

  param(name: string): string {
    return this.params[name] ?? '';
  }

  /** The body as it came, unchecked. */
  get raw(): unknown {
    return this.sent;
  }

  /** The body, refused as Discord would refuse it; an edit is judged with the message's flags in mind. */
  body(currentFlags?: number): JsonObject {
    const body = isObject(this.sent) ? this.sent : {};
    this.check(body, currentFlags);
    return body;
  }

  /** The body where Discord takes a list. */
  list(): JsonObject[] {
    this.check(this.sent);
    if (!Array.isArray(this.sent)) throw refuse('invalidForm');
    return this.sent.filter(isObject);
  }

  get uploads(): { name: string; size: number }[] | undefined {
    return this.files.length > 0
      ? this.files.map((file) => ({ name: file.name, size: file.data.length }))
      : undefined;
  }

  private check(body: unknown, currentFlags?: number): void {
    if (!this.sandbox.settings.validation) return;
    const { method, template: route, uploads: files } = this;
    const refusal = refusalOf({ method, route, body, files, currentFlags });
    if (refusal)
      throw new ApiError(refusal.status, refusal.body.code, refusal.body.message, refusal.body.errors);
  }
}

export type Handler = (call: Call) => Answer | Promise<Answer>;
