/** Runs one step and prints its name and its time on one line; work that was not needed says so. */
export async function showStep(name: string, work: () => Promise<boolean | undefined>): Promise<void> {
  const started = Date.now();
  process.stdout.write(`  ${name} … `);
  try {
    const done = await work();
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    process.stdout.write(done === false ? 'up to date\n' : `${seconds} s\n`);
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}
