// @ts-check
/** Loaded before a child's own program: if its parent disconnects or is killed, it exits as on SIGTERM. */
process.once('disconnect', () => {
  // No listener: the program hasn't started anything that must be stopped in order.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
});
process.channel?.unref();
