/** A text input of a form, as every form shows it. */
import { type APILabelComponent, type APITextInputComponent, ComponentType } from 'discord.js';
import { shorten } from './text.js';

/** Discord's own bound of a text input's value. */
const inputLimit = 4_000;

/** A text longer than its field is cut to fit: Discord would refuse to open the form at all. */
export function input(
  label: string,
  customId: string,
  options: Omit<APITextInputComponent, 'type' | 'custom_id' | 'label'>,
): APILabelComponent {
  const limit = Math.min(options.max_length ?? inputLimit, inputLimit);
  const value = options.value && shorten(options.value, limit);
  return {
    type: ComponentType.Label,
    label,
    component: { ...options, type: ComponentType.TextInput, custom_id: customId, value: value || undefined },
  };
}
