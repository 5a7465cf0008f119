/** The selects of a message: of texts, people, roles, both, or channels. */
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import type { Lookup } from '../../model.js';
import { type EntityKind, entityOptions } from '../../parts/entity-options.js';
import { Select } from '../../parts/select.js';
import type { SelectOption } from '../../parts/select-option.js';
import { words } from '../../words/words.js';
import { useWithin } from '../within.js';
import { CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, USER_SELECT } from './types.js';

const KINDS: { [type: number]: EntityKind } = {
  [USER_SELECT]: 'user',
  [ROLE_SELECT]: 'role',
  [MENTIONABLE_SELECT]: 'mentionable',
  [CHANNEL_SELECT]: 'channel',
};

export function SelectMenu({ select }: { select: APISelectMenuComponent }) {
  const { message, lookup, actions } = useWithin();
  const [isBusy, setBusy] = useState(false);
  const choose = async (values: string[]) => {
    setBusy(true);
    await actions.choose(message, select.custom_id, values);
    setBusy(false);
  };
  return (
    <div class="component-select" aria-busy={isBusy || undefined}>
      <Select
        label={select.placeholder || words().select.placeholder}
        options={optionsOf(select, lookup)}
        minimum={select.min_values ?? 1}
        maximum={select.max_values ?? 1}
        placeholder={select.placeholder}
        isDisabled={select.disabled === true}
        onChoose={(values) => void choose(values)}
      />
    </div>
  );
}

function optionsOf(select: APISelectMenuComponent, lookup: Lookup): SelectOption[] {
  if ('options' in select)
    return select.options.map(({ value, label, description, emoji, default: isDefault }) => ({
      value,
      label,
      description: description ?? null,
      emoji: emoji ?? null,
      isDefault: isDefault === true,
    }));
  const channelTypes = 'channel_types' in select ? select.channel_types : undefined;
  const chosenIds = (select.default_values ?? []).map(({ id }) => id);
  return entityOptions(lookup, KINDS[select.type] ?? 'user', channelTypes, chosenIds);
}
