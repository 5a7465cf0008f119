/** Starts worker threads from our own files, compiled or as TypeScript. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** A worker's first lines that load a TypeScript file; Node's own loaders for it do not reach into workers. */
const compiling = ({ href }: URL) =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}); });`;

/** The file of a worker beside the module at `importer`: compiled where that module is, else its source. */
export function workerFile(name: string, importer: string): URL {
  return new URL(`${name}.${importer.endsWith('.ts') ? 'ts' : 'js'}`, importer);
}

/** A worker that runs `file`, without the bot's environment variables. */
export function startWorker(
  file: URL,
  options: Pick<WorkerOptions, 'resourceLimits' | 'workerData'> = {},
): Worker {
  const isCompiled = !file.href.endsWith('.ts');
  return new Worker(isCompiled ? file : compiling(file), { ...options, eval: !isCompiled, env: {} });
}
