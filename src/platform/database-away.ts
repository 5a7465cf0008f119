/** Telling a database that can't be reached from one that refuses something. */

const connectionLost = /^(08|57P0|53300)/;
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOENT',
]);
const saidByDriver =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|timeout expired|server conn crashed|client has encountered a connection error/i;

/** Whether an error means that the database cannot be reached at the moment, rather than that it refused something. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: string | number }).code ?? '');
  if (connectionLost.test(code) || networkCodes.has(code)) return true;
  if (saidByDriver.test(error.message)) return true;
  const { driverError, errors } = error as { driverError?: unknown; errors?: unknown[] };
  return (
    (driverError !== undefined && isDatabaseAway(driverError)) || (errors?.some(isDatabaseAway) ?? false)
  );
}

/** Whether the statement may have been carried out although no answer came, because the connection ended. */
export function mayHaveHappened(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: string; driverError?: unknown };
  if (driverError !== undefined) return mayHaveHappened(driverError);
  return (
    ['ECONNRESET', 'EPIPE', '08006', '08007', '40003'].includes(code ?? '') ||
    /silent for too long|connection terminated(?! due to connection timeout)|query read timeout/i.test(
      error.message,
    )
  );
}
