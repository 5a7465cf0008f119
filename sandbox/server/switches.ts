/** Switches for what lies outside the sandbox, such as the bot's database; the program that starts the sandbox says how. */
import type { SwitchView } from '../client/events.js';
import { ControlError } from './control-error.js';

export interface SwitchDefinition {
  name: string;
  /** What it does when on, such as `Database down`. */
  label: string;
  /** What a bot will then experience, in a sentence. */
  description: string;
  /** Why it cannot be used on this machine, in a sentence. */
  unavailable?: string;
  /** Resolves once it is so. Setting what is set already does nothing. */
  set(isOn: boolean): Promise<void>;
}

export class Switches {
  /** Called whenever one was set. */
  onChange: () => void = () => {};
  private readonly on = new Set<string>();
  private setting: Promise<void> = Promise.resolve();

  constructor(private readonly definitions: readonly SwitchDefinition[]) {}

  list(): SwitchView[] {
    return this.definitions.map(({ name, label, description, unavailable }) => ({
      name,
      label,
      description,
      isOn: this.on.has(name),
      ...(unavailable !== undefined && { unavailable }),
    }));
  }

  /** One after the other, so that two windows do not cross each other. */
  set(name: string, isOn: boolean): Promise<void> {
    const definition = this.definitions.find((one) => one.name === name);
    if (!definition) throw new ControlError('noSwitch', [name], 404);
    if (definition.unavailable !== undefined) throw new ControlError('asSaid', [definition.unavailable]);
    this.setting = this.setting
      .catch(() => undefined)
      .then(async () => {
        if (this.on.has(name) === isOn) return;
        await definition.set(isOn).catch((error: unknown) => {
          throw new ControlError('asSaid', [error instanceof Error ? error.message : String(error)], 503);
        });
        if (isOn) this.on.add(name);
        else this.on.delete(name);
        this.onChange();
      });
    return this.setting;
  }

  /** Everything as it usually is. */
  async allOff(): Promise<void> {
    await this.setting.catch(() => undefined);
    for (const name of [...this.on]) await this.set(name, false);
  }
}
