/** Answers requests to Discord's API: route, trouble, token, rate limit, handler, journal. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Router from 'find-my-way';
import { signedForBots } from '../actions/file-addresses.js';
import { ROUTES } from '../api/routes.js';
import type { Sandbox } from '../sandbox.js';
import { describedRoute, routerPath } from '../served/description.js';
import { gapsOf } from '../served/gaps-of.js';
import type { ApplicationRecord, UploadedFile } from '../state/records.js';
import { type ReadBody, readBody } from './body.js';
import { type Answer, Call } from './call.js';
import { ApiError, refuse } from './errors.js';
import { type RateLimitVerdict, tooManyRequests } from './rate-limits.js';
import type { Route } from './route.js';
import { sendJson } from './send.js';
import type { TroubleRule } from './trouble.js';

const PREFIX = '/api/v10';
const NO_VERDICT: RateLimitVerdict = { headers: {} };

interface Found {
  route: Route;
  params: { [name: string]: string | undefined };
}

/** What one request came to, for the answer and the journal. */
interface Progress {
  body: string | undefined;
  files: UploadedFile[];
  found: Found | undefined;
  application: ApplicationRecord | undefined;
  verdict: RateLimitVerdict;
  /** What the bot used and the sandbox doesn't do. */
  gaps: string[];
}

let shared: ReturnType<typeof Router> | undefined;

/** The router of all routes, which every sandbox of the process shares: it holds nothing of any. */
function routerOfRoutes(): ReturnType<typeof Router> {
  if (shared) return shared;
  shared = Router({ ignoreTrailingSlash: true, maxParamLength: 500 });
  for (const route of ROUTES)
    shared.on(route.method, PREFIX + routerPath(route.template), () => undefined, route);
  return shared;
}

export class DiscordApi {
  private readonly router = routerOfRoutes();

  constructor(private readonly sandbox: Sandbox) {}

  async serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): Promise<void> {
    const started = performance.now();
    const method = request.method ?? 'GET';
    const found = this.find(method, path);
    const troubles = this.sandbox.trouble.any
      ? this.sandbox.trouble.matching(method, path.slice(PREFIX.length), found?.route.template ?? '')
      : [];
    const progress: Progress = {
      body: undefined,
      files: [],
      found,
      application: undefined,
      verdict: NO_VERDICT,
      gaps: [],
    };
    let answer: Answer;
    try {
      answer = await this.answer(request, path, query, progress, troubles);
    } catch (error) {
      answer = refusalFor(error);
    }
    const written =
      answer.body === undefined ? undefined : signedForBots(this.sandbox, JSON.stringify(answer.body));
    if (this.sandbox.journal.on)
      this.note(method, path, query, progress, { status: answer.status, written }, troubles, started);
    if (troubles.some((trouble) => trouble.kind === 'lost' || trouble.kind === 'silent')) return;
    if (troubles.some((trouble) => trouble.kind === 'cut')) {
      request.socket.destroy();
      return;
    }
    sendJson(response, answer.status, written, progress.verdict.headers);
  }

  private find(method: string, path: string): Found | undefined {
    // discord.js writes `@original` as `%40original`, which a static part of a route does not match.
    const found = this.router.find(method as 'GET', path.replaceAll('%40', '@'));
    return found ? { route: found.store as Route, params: found.params } : undefined;
  }

  private async answer(
    request: IncomingMessage,
    path: string,
    query: string,
    progress: Progress,
    troubles: TroubleRule[],
  ): Promise<Answer> {
    const { sandbox } = this;
    const { found } = progress;
    const method = request.method ?? 'GET';
    const read: ReadBody = method === 'GET' ? { json: undefined, files: [] } : await readBody(request);
    progress.body = read.text;
    progress.files = read.files;
    for (const trouble of troubles) if (trouble.kind === 'delay') await sleep(trouble.ms ?? 0);
    if (!found) throw this.refusalOfPath(method, path, progress);
    if (!found.route.open) progress.application = this.authorized(request);
    if (sandbox.settings.rateLimits && !found.route.unlimited) {
      progress.verdict = sandbox.rateLimits.take(
        progress.application?.id,
        `${found.route.method} ${found.route.template}`,
        found.params,
      );
      if (progress.verdict.refused) return { status: 429, body: progress.verdict.refused };
    }
    const refused = this.refusedByTrouble(troubles, progress);
    if (refused) return refused;
    const call = new Call(
      sandbox,
      method,
      found.route.template,
      found.params,
      new URLSearchParams(query),
      progress.application,
      read.json,
      read.files,
      reasonIn(request),
    );
    const answer = await found.route.handler(call);
    progress.gaps.push(...gapsOf(sandbox.gaps, found.route, call, read.json, request.headers));
    return answer;
  }

  /** Why there is nothing at a path: another version, a route that is not served, or none of Discord's. */
  private refusalOfPath(method: string, path: string, progress: Progress): ApiError {
    if (!path.startsWith(`${PREFIX}/`)) return wrongVersion(this.sandbox.origin);
    const within = path.slice(PREFIX.length).replaceAll('%40', '@');
    if (/^\/v\d+\//.test(within))
      return new ApiError(
        404,
        0,
        `404: Not Found (the version is there twice: the base is ${this.sandbox.origin}/api)`,
      );
    const described = describedRoute(method, within);
    if (!described) return refuse(this.knownPath(path) ? 'methodNotAllowed' : 'notFound');
    const name = `${described.method} ${described.template}`;
    progress.gaps.push(this.sandbox.gaps.add('route', name));
    return new ApiError(501, 0, `501: This sandbox does not serve ${name}`);
  }

  private authorized(request: IncomingMessage): ApplicationRecord {
    const token = /^Bot (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const application = token === undefined ? undefined : this.sandbox.state.applicationByToken(token);
    if (!application) throw refuse('unauthorized');
    return application;
  }

  private refusedByTrouble(troubles: TroubleRule[], progress: Progress): Answer | undefined {
    for (const trouble of troubles) {
      if (trouble.kind === 'silent') return { status: 504 };
      if (trouble.kind === 'error') {
        const status = trouble.status ?? 500;
        return { status, body: trouble.body ?? { message: `${status}: Internal Server Error`, code: 0 } };
      }
      if (trouble.kind === 'rate-limit') {
        const scope = trouble.global ? 'global' : 'user';
        progress.verdict = tooManyRequests(scope, trouble.retryAfter ?? 1, progress.verdict.headers);
        return { status: 429, body: progress.verdict.refused };
      }
    }
    return undefined;
  }

  private knownPath(path: string): boolean {
    return (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).some((method) =>
      this.router.find(method, path),
    );
  }

  /** The interaction a request answers or follows, by the token in its path. */
  private interactionOf(found: Found | undefined): { interaction?: string } {
    const { interaction_id: id, webhook_token: token } = found?.params ?? {};
    const interaction = id ?? (token && this.sandbox.interactions.idOf(token));
    return interaction ? { interaction } : {};
  }

  private note(
    method: string,
    path: string,
    query: string,
    { body, files, found, application, verdict, gaps }: Progress,
    answer: { status: number; written: string | undefined },
    troubles: TroubleRule[],
    started: number,
  ): void {
    const entry = {
      method,
      path: withoutToken(path.slice(PREFIX.length), found),
      ...(query && { query }),
      route: found?.route.template,
      known: found !== undefined,
      application: application?.id,
      ...this.interactionOf(found),
      status: answer.status,
      ...(files.length > 0 && {
        files: files.map((file) => ({ name: file.name, type: file.type, size: file.data.length })),
      }),
      ...(gaps.length > 0 && { gaps }),
      ...(verdict.refused && { limited: verdict.refused }),
      ...('x-ratelimit-remaining' in verdict.headers && {
        remaining: Number(verdict.headers['x-ratelimit-remaining']),
        resetAfter: Number(verdict.headers['x-ratelimit-reset-after']),
      }),
      ...(troubles.length > 0 && { trouble: troubles.map((trouble) => trouble.kind) }),
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    this.sandbox.journal.add('request', entry, { body, answer: answer.written });
  }
}

/** Hides what lets its holder answer an interaction or use a webhook. */
function withoutToken(path: string, found: Found | undefined): string {
  const token = found?.params.interaction_token ?? found?.params.webhook_token;
  return token ? path.replace(token, '…') : path;
}

const MAX_REASON = 512;

/** The reason for the audit log: percent-encoded, and at most 512 characters. */
function reasonIn({ headers }: IncomingMessage): string | undefined {
  const sent = headers['x-audit-log-reason'];
  if (typeof sent !== 'string' || sent === '') return undefined;
  try {
    return decodeURIComponent(sent).slice(0, MAX_REASON);
  } catch {
    return sent.slice(0, MAX_REASON);
  }
}

/** Discord's own refusal of an unknown version, and which one is spoken here. */
function wrongVersion(origin: string): ApiError {
  const { status, code, message } = refuse('invalidVersion');
  return new ApiError(status, code, `${message} (this sandbox speaks v10 alone: ${origin}/api/v10)`);
}

function refusalFor(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: error.body };
  console.error('The sandbox failed at a request:', error);
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}
