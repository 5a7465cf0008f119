// @ts-check
/** Loaded before a child's own program: when its parent disconnects, or is killed, it ends as on SIGTERM. */
process.once('disconnect', () => {
  // No listener: the program has not begun anything that would have to be ended in order.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
});
process.channel?.unref();
