// Preloaded (`node --import`) into every long-running child. The kernel closes the IPC channel when the parent
// ends, even by SIGKILL, so no server outlives the command that started it.
const disconnect = process.disconnect?.bind(process);
let closedHere = false;

// Wrangler closes the channel itself when it has finished its work.
process.disconnect = () => {
  closedHere = true;
  disconnect?.();
};

process.channel?.unref();
process.on('disconnect', () => {
  if (closedHere) return;
  try {
    // A child leads its own process group (child-process.ts), which holds workerd too.
    if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  } catch {
    // Not the leader of a group: ending this process is enough.
  }
  process.exit(1);
});
