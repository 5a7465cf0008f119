/** Switches for what lies outside the sandbox: set, listed, and put back whatever happens. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';

let sandbox: RunningSandbox;
let state: string[];
let refusal: Error | undefined;

beforeEach(async () => {
  state = [];
  refusal = undefined;
  const texts = { label: 'Down', description: 'It is away.' };
  sandbox = await startSandbox({
    switches: [
      {
        ...texts,
        name: 'database',
        async set(isOn) {
          if (refusal) throw refusal;
          state.push(isOn ? 'down' : 'up');
        },
      },
      { ...texts, name: 'moon', unavailable: 'There is no moon here.', set: async () => {} },
    ],
  });
});
afterEach(() => sandbox.close());

const isOn = async (name: string) =>
  (await sandbox.client.troubles()).switches.find((one) => one.name === name)?.isOn;

test('are set once and put back once', async () => {
  await sandbox.client.setSwitch('database', true);
  await sandbox.client.setSwitch('database', true);
  expect(await isOn('database')).toBe(true);
  expect(await sandbox.client.setSwitch('database', false)).toMatchObject([
    { name: 'database', isOn: false },
    { name: 'moon', unavailable: 'There is no moon here.' },
  ]);
  expect(state).toEqual(['down', 'up']);
});

test.each([
  ['all trouble ends', (running: RunningSandbox) => running.client.endTrouble()],
  ['the world is reset', (running: RunningSandbox) => running.client.reset()],
  ['the sandbox closes', (running: RunningSandbox) => running.close()],
])('are put back when %s', async (_, end) => {
  await sandbox.client.setSwitch('database', true);
  await end(sandbox);
  await expect.poll(() => state).toEqual(['down', 'up']);
});

test('that cannot be used say why', async () => {
  await expect(sandbox.client.setSwitch('moon', true)).rejects.toThrow('There is no moon here.');
  await expect(sandbox.client.setSwitch('sun', true)).rejects.toThrow('There is no switch sun.');
});

test('that fail stay as they were', async () => {
  refusal = new Error('It would not go.');
  await expect(sandbox.client.setSwitch('database', true)).rejects.toThrow('It would not go.');
  expect(await isOn('database')).toBe(false);
  refusal = undefined;
  await sandbox.client.setSwitch('database', true);
  expect(state).toEqual(['down']);
});
