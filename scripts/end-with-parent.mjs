// Preloaded (`node --import`) into every child that these scripts start. The kernel closes the IPC channel when
// the parent ends, even by SIGKILL, so no server outlives the command that started it.
const parent = process.ppid;

process.channel?.unref();
process.on('disconnect', () => {
  // Wrangler also closes the channel itself, when it has finished its work. A moment later the kernel has given
  // the child of a dead parent another one.
  setTimeout(() => {
    if (!isParentGone()) return;
    try {
      // A tool leads its own process group (child-process.ts), which holds workerd too.
      if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
    } catch {
      // Not the leader of a group: ending this process is enough.
    }
    process.exit(1);
  }, 100).unref();
});

function isParentGone() {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch {
    return true;
  }
}
