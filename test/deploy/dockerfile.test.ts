/** The lines of Dockerfile and compose.yaml that data and privacy depend on. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const withoutComments = (text: string) => text.replace(/^\s*#.*\n/gm, '');

describe('Dockerfile', () => {
  const stages = withoutComments(read('Dockerfile'))
    .replace(/\\\n\s*/g, ' ')
    .split(/^(?=FROM )/m)
    .map((stage) => stage.trim().split('\n'));
  const last = stages.at(-1) ?? [];
  const lineOf = (instruction: string) => last.findLast((line) => line.startsWith(`${instruction} `));

  it('runs as an ordinary user, who cannot change the program', () => {
    expect(lineOf('USER')).toBe('USER node');
    const user = last.indexOf('USER node');
    expect(last.findLastIndex((line) => line.startsWith('COPY '))).toBeLessThan(user);
    expect(last.join('\n')).not.toContain('--chown');
  });

  it('leaves out development packages, and only these', () => {
    const stage = /--from=(\S+) \/app\/node_modules/.exec(last.join('\n'))?.[1];
    const packages = stages.find(([from]) => from?.endsWith(` AS ${stage}`))?.join('\n');
    expect(packages).toMatch(/^RUN npm ci --omit=dev\b/m);
    expect(packages).not.toContain('omit=optional');
    // The versions are those of the lock, never newer ones.
    expect(packages).toContain('COPY package.json package-lock.json .npmrc ./');
  });

  it('starts the bot itself, without a shell between it and SIGTERM', () => {
    expect(JSON.parse(lineOf('CMD')?.slice('CMD '.length) ?? '')).toEqual(['node', 'dist/index.js']);
    expect(lineOf('ENTRYPOINT')).toBeUndefined();
  });

  it('is in production, and reachable from outside of the container', () => {
    expect(lineOf('ENV')).toContain('NODE_ENV=production');
    expect(lineOf('ENV')).toContain('HTTP_HOST=0.0.0.0');
  });

  it('asks whether the process is alive, whatever the database does', async () => {
    const [command, flag, program = ''] = JSON.parse(
      /CMD (\[.*\])$/.exec(lineOf('HEALTHCHECK') ?? '')?.[1] ?? '',
    );
    expect([command, flag]).toEqual(['node', '-e']);
    expect(program).toContain('/healthz');
    expect(program).not.toContain('/readyz');
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages
      .flat()
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(new Set(copied)).toEqual(new Set(allowed));
    for (const path of copied) expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });
});

describe('compose.yaml', () => {
  const text = withoutComments(read('compose.yaml'));
  const service = (name: string) =>
    new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(text)?.[1] ?? '';

  it("keeps the database's data in a volume at the image's own place", () => {
    expect(service('database')).toMatch(/image: postgres:18$/m);
    expect(service('database')).toMatch(/^ {6}- database:\/var\/lib\/postgresql$/m);
    expect(text).toMatch(/^volumes:\n {2}database:$/m);
  });

  it('publishes no port and holds no password', () => {
    expect(text).not.toMatch(/^\s+ports:/m);
    const passwords = [...text.matchAll(/PASSWORD: (.*)$|nexus:([^@\n]*)@/gm)].map(
      (match) => match[1] ?? match[2],
    );
    expect(passwords).toHaveLength(2);
    expect(new Set(passwords)).toEqual(new Set(['${POSTGRES_PASSWORD:?set it in .env}']));
  });

  it('starts the bot when the database answers, over TCP as the bot asks', () => {
    expect(service('bot')).toMatch(/database:\n {8}condition: service_healthy/);
    expect(service('database')).toMatch(/test: \["CMD", "pg_isready", "--host=127\.0\.0\.1"/);
  });

  it('gives the bot longer to stop than it takes', () => {
    expect(Number(/stop_grace_period: (\d+)s/.exec(service('bot'))?.[1])).toBeGreaterThan(10);
  });

  it('restarts both, and is in production whatever .env says', () => {
    for (const name of ['bot', 'database']) expect(service(name)).toContain('restart: unless-stopped');
    expect(service('bot')).toContain('env_file: .env');
    expect(service('bot')).toContain('NODE_ENV: production');
  });
});
