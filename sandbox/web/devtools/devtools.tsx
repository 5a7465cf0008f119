/** Developer tools: what the bot asks of Discord and hears from it, trouble to put in its way, and who is connected. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SandboxClient } from '../../client.js';
import type { Lookup } from '../model.js';
import { CloseIcon } from '../parts/icons.js';
import { BotsTab } from './bots-tab.js';
import { JournalTab } from './journal-tab.js';
import { PanelEdge, usePanelWidth } from './panel-edge.js';
import { PanelRecord } from './record.js';
import { TroubleTab } from './trouble-tab.js';
import { troublesOf } from './troubles.js';
import './devtools.css';
import './journal.css';
import './trouble-tab.css';

export type DevtoolsTab = 'requests' | 'gateway' | 'trouble' | 'bots';

const TABS: readonly { id: DevtoolsTab; label: string }[] = [
  { id: 'requests', label: 'Requests' },
  { id: 'gateway', label: 'Gateway' },
  { id: 'trouble', label: 'Trouble' },
  { id: 'bots', label: 'Time & bots' },
];

export interface DevtoolsProps {
  lookup: Lookup;
  onClose(): void;
  /** What it opens with; the requests by default. */
  tab?: DevtoolsTab | undefined;
  client: SandboxClient;
}

export function Devtools({ lookup, onClose, tab: firstTab = 'requests', client }: DevtoolsProps) {
  const record = useMemo(() => new PanelRecord(client), [client]);
  const [tab, setTab] = useState(firstTab);
  const [width, setWidth] = usePanelWidth();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => record.follow(), [record]);
  useEffect(() => setTab(firstTab), [firstTab]);
  const troubles = troublesOf(record.trouble.value).length;
  return (
    <aside
      ref={panel}
      class="devtools"
      aria-label="Developer tools"
      style={{ '--devtools-width': `${width}px` }}
    >
      <PanelEdge width={width} onWidth={setWidth} />
      <header class="devtools-head">
        <h2>Developer tools</h2>
        {!record.isConnected.value && <span class="devtools-away">not connected …</span>}
        <button type="button" class="icon-button" aria-label="Close the panel" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <Tabs
        tab={tab}
        onTab={setTab}
        labelOf={({ id, label }) => (id === 'trouble' && troubles > 0 ? `${label} (${troubles})` : label)}
      />
      <div
        class="devtools-tab"
        role="tabpanel"
        id="devtools-tabpanel"
        aria-labelledby={`devtools-tab-${tab}`}
      >
        {(tab === 'requests' || tab === 'gateway') && (
          <JournalTab key={tab} kind={tab} record={record} names={lookup} />
        )}
        {tab === 'trouble' && <TroubleTab record={record} />}
        {tab === 'bots' && <BotsTab record={record} now={lookup.now} />}
      </div>
    </aside>
  );
}

interface TabsProps {
  tab: DevtoolsTab;
  onTab(tab: DevtoolsTab): void;
  labelOf(tab: (typeof TABS)[number]): string;
}

/** Arrows move between tabs, as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has it. */
function Tabs({ tab, onTab, labelOf }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const index = TABS.findIndex((one) => one.id === tab);
    const next = TABS[(index + step + TABS.length) % TABS.length];
    if (!next) return;
    event.preventDefault();
    onTab(next.id);
    list.current?.querySelector<HTMLElement>(`#devtools-tab-${next.id}`)?.focus();
  };
  return (
    <div ref={list} class="devtools-tabs" role="tablist" aria-label="Developer tools" onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          key={one.id}
          type="button"
          id={`devtools-tab-${one.id}`}
          role="tab"
          aria-selected={one.id === tab}
          aria-controls="devtools-tabpanel"
          tabIndex={one.id === tab ? 0 : -1}
          onClick={() => onTab(one.id)}
        >
          {labelOf(one)}
        </button>
      ))}
    </div>
  );
}
