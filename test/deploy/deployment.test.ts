/** What is deployed: the service of systemd, the containers of compose.yaml, the objects for Kubernetes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { exitCodes } from '../../src/platform/exit-codes.js';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string) => readFileSync(path(name), 'utf8');

describe('the service of systemd', () => {
  const unit = read('deploy/systemd/nexus.service');
  const valueOf = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1];

  it('starts the built bot, and does not start again what only a change helps', () => {
    expect(valueOf('ExecStart')).toBe('/usr/bin/node dist/index.js');
    expect(valueOf('RestartPreventExitStatus')).toBe(String(exitCodes.configuration));
    expect(Number(valueOf('TimeoutStopSec'))).toBeGreaterThan(10);
  });

  it('allows fewer starts than would cost a day of sessions', () => {
    const perDay = (86_400 / Number(valueOf('StartLimitIntervalSec'))) * Number(valueOf('StartLimitBurst'));
    expect(perDay).toBeLessThan(1_000);
  });

  const analyses = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!analyses).each(['nexus.service', 'nexus-backup.service'])(
    '%s is hardened: its exposure is at most 3',
    (unit) => {
      const { stdout } = spawnSync(
        'systemd-analyze',
        ['security', '--offline=true', path(`deploy/systemd/${unit}`)],
        { encoding: 'utf8' },
      );
      const level = new RegExp(`exposure level for ${unit.replace('.', '\\.')}: ([\\d.]+)`).exec(stdout)?.[1];
      expect(Number(level)).toBeLessThanOrEqual(3);
    },
  );
});

describe('compose.yaml', () => {
  const { services } = parse(read('compose.yaml'));
  services.standby = { ...services[services.standby.extends.service], ...services.standby };

  it.each(Object.keys(services))('%s has bounds: its log, its memory, its rights', (name) => {
    const service = services[name];
    expect(service.logging.options).toMatchObject({
      'max-size': expect.any(String),
      'max-file': expect.any(String),
    });
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.cap_drop).toEqual(['ALL']);
  });

  it('gives the bot nothing to write to but /tmp', () => {
    for (const name of ['bot', 'standby']) {
      expect(services[name].read_only).toBe(true);
      expect(services[name].tmpfs).toEqual([expect.stringMatching(/^\/tmp/)]);
      expect(services[name].volumes).toBeUndefined();
    }
    expect(services.standby.profiles).toEqual(['two']);
  });
});

describe('the objects for Kubernetes', () => {
  const objects = parseAllDocuments(read('deploy/kubernetes/nexus.yaml')).map((document) => document.toJS());
  const set = objects.find(({ kind }) => kind === 'StatefulSet');
  const [container] = set.spec.template.spec.containers;

  it.each(objects.map((object) => [object.kind, object]))(
    '%s is valid by its schema',
    async (kind, object) => {
      const { Model } = await modelOf(object.apiVersion, kind);
      expect(() => new Model(object).validate()).not.toThrow();
      // And the schema does refuse what is wrong.
      expect(() => new Model({ ...object, metadata: { name: 7 } }).validate()).toThrow();
    },
  );

  it('runs one shard in each pod, as many as there are', () => {
    const config = objects.find(({ kind }) => kind === 'ConfigMap');
    expect(config.data.SHARD_COUNT).toBe(String(set.spec.replicas));
    const { stdout } = spawnSync(
      'sh',
      ['-c', container.command[2].replace('exec node dist/index.js', 'sh -c "echo \\$SHARD_IDS"')],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOSTNAME: 'nexus-13' },
      },
    );
    expect(stdout.trim()).toBe('13');
  });

  it('restarts what hangs, and sends nobody to what is not ready', () => {
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/readyz');
    expect(set.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(10);
  });

  it('has no rights, and holds no secret', () => {
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const secret = objects.find(({ kind }) => kind === 'Secret');
    expect(Object.values(secret.stringData).join('')).toBe('');
  });

  it('selects its own pods everywhere', () => {
    const { labels } = set.spec.template.metadata;
    const selectors = [
      set.spec.selector.matchLabels,
      objects.find(({ kind }) => kind === 'Service').spec.selector,
      objects.find(({ kind }) => kind === 'PodDisruptionBudget').spec.selector.matchLabels,
    ];
    for (const selector of selectors) expect(labels).toMatchObject(selector);
  });
});

/** The class of an object, which knows its schema. */
async function modelOf(apiVersion: string, kind: string) {
  const module = await import(`kubernetes-models/${apiVersion}/${kind}`);
  return { Model: (module.default?.[kind] ?? module[kind]) as new (data: object) => { validate(): void } };
}
