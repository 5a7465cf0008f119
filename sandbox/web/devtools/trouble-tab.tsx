/** Switches for trouble: each says what the bot will meet with, and one button ends them all. */
import { useState } from 'preact/hooks';
import type { SandboxClient } from '../../client.js';
import type { PanelRecord } from './record.js';
import { disturbances, LATENCY, lastingTroubles, ruleNamed, ruleWords, troublesOf } from './troubles.js';

/** The most (ms) that answers can be held back; an interaction fails after 3,000. */
const SLOWEST = 5_000;

export function TroubleTab({ record }: { record: PanelRecord }) {
  const trouble = record.trouble.value;
  const [failure, setFailure] = useState<string>();
  const [said, setSaid] = useState('');
  const disturb = async (how: (client: SandboxClient) => Promise<unknown>, done = '') => {
    setFailure(undefined);
    try {
      await record.disturb(how);
      setSaid(done);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const known = new Set([LATENCY, ...lastingTroubles.map((one) => one.name)]);
  const others = trouble?.rules.filter((rule) => !known.has(rule.name ?? '')) ?? [];
  const count = troublesOf(trouble).length;
  return (
    <div class="devtools-page">
      <div class="devtools-now">
        <p role="status">
          {count === 0 ? 'All is well.' : `${count} ${count === 1 ? 'trouble' : 'troubles'} on.`} {said}
        </p>
        <button
          type="button"
          class="button"
          disabled={count === 0}
          onClick={() => void disturb((client) => client.endTrouble(), 'Everything is as usual again.')}
        >
          Back to normal
        </button>
      </div>
      {failure && (
        <p class="field-error" role="alert">
          {failure}
        </p>
      )}
      <h3>Discord’s answers</h3>
      <Latency record={record} disturb={disturb} />
      {lastingTroubles.map(({ name, label, experience, request }) => {
        const rule = ruleNamed(trouble, name);
        return (
          <Switch
            key={name}
            label={label}
            description={experience}
            isOn={rule !== undefined}
            onSet={(isOn) =>
              void disturb(async (client) => {
                if (rule) await client.endTrouble(rule.id);
                if (isOn) await client.trouble({ ...request, name });
              })
            }
          />
        );
      })}
      {others.map((rule) => (
        <Switch
          key={rule.id}
          label={ruleWords(rule)}
          description="Set by a test or through the control API."
          isOn
          onSet={() => void disturb((client) => client.endTrouble(rule.id))}
        />
      ))}
      <h3>The gateway</h3>
      {disturbances.map(({ label, experience, how }) => (
        <div class="devtools-trouble" key={label}>
          <div>
            <p class="devtools-trouble-name">{label}</p>
            <p>{experience}</p>
          </div>
          <button
            type="button"
            class="button button-secondary"
            aria-label={`${label} now`}
            onClick={() => void disturb((client) => client.disturbGateway(how), `${label}: done.`)}
          >
            Now
          </button>
        </div>
      ))}
      <Switch
        label="Heartbeats unanswered"
        description="The bot’s heartbeats are not acknowledged: it takes the line for dead and reconnects, again and again."
        isOn={trouble?.deaf ?? false}
        onSet={(deaf) => void disturb((client) => client.disturbGateway({ deaf }))}
      />
      {trouble && trouble.switches.length > 0 && <h3>Beside Discord</h3>}
      {trouble?.switches.map(({ name, label, description, isOn, unavailable }) => (
        <Switch
          key={name}
          label={label}
          description={unavailable ?? description}
          isOn={isOn}
          isDisabled={unavailable !== undefined}
          onSet={(wanted) => void disturb((client) => client.setSwitch(name, wanted))}
        />
      ))}
    </div>
  );
}

function Latency({
  record,
  disturb,
}: {
  record: PanelRecord;
  disturb(how: (client: SandboxClient) => Promise<unknown>): Promise<void>;
}) {
  const rule = ruleNamed(record.trouble.value, LATENCY);
  const [dragged, setDragged] = useState<number>();
  const ms = dragged ?? rule?.ms ?? 0;
  const set = async (wanted: number) => {
    await disturb(async (client) => {
      if (rule) await client.endTrouble(rule.id);
      if (wanted > 0) await client.trouble({ kind: 'delay', ms: wanted, name: LATENCY });
    });
    setDragged(undefined);
  };
  const effect =
    ms === 0
      ? 'Every answer comes at once.'
      : ms < 3_000
        ? `Every answer comes ${ms.toLocaleString('en')} ms late; the bot may defer more often.`
        : 'Answers come so late that Discord gives interactions up: they fail after 3 seconds.';
  return (
    <div class="devtools-trouble devtools-latency">
      <label for="devtools-latency">
        <span class="devtools-trouble-name">Latency</span>
        <output>{ms === 0 ? 'none' : `${ms.toLocaleString('en')} ms`}</output>
      </label>
      <input
        id="devtools-latency"
        type="range"
        min={0}
        max={SLOWEST}
        step={100}
        value={ms}
        aria-describedby="devtools-latency-effect"
        aria-valuetext={ms === 0 ? 'none' : `${ms} milliseconds`}
        onInput={(event) => setDragged(Number(event.currentTarget.value))}
        onChange={(event) => void set(Number(event.currentTarget.value))}
      />
      <p id="devtools-latency-effect">{effect}</p>
    </div>
  );
}

interface SwitchProps {
  label: string;
  description: string;
  isOn: boolean;
  isDisabled?: boolean;
  onSet(isOn: boolean): void;
}

function Switch({ label, description, isOn, isDisabled = false, onSet }: SwitchProps) {
  return (
    <button
      type="button"
      class="devtools-trouble devtools-switch"
      role="switch"
      aria-checked={isOn}
      disabled={isDisabled}
      onClick={() => onSet(!isOn)}
    >
      <span>
        <span class="devtools-trouble-name">{label}</span>
        <span class="devtools-trouble-text">{description}</span>
      </span>
      <span class="devtools-knob" aria-hidden="true">
        {isOn ? 'on' : 'off'}
      </span>
    </button>
  );
}
