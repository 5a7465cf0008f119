/** Keeps the process small: V8 collects when its heap has grown by a third, instead of letting it grow fourfold. */
import { setFlagsFromString } from 'node:v8';

/** Per cent; V8's own choice depends on how fast memory is asked for, and is up to 300. */
const growth = 30;

export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
