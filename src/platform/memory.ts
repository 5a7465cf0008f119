/** Keeps the process small: V8 collects when its heap has grown by half, instead of letting it grow fourfold. */
import { setFlagsFromString } from 'node:v8';

/** Per cent; V8's own choice depends on how fast memory is asked for, and is up to 300. */
const growth = 50;

export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
