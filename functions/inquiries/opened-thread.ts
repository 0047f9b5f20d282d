/** A person's own thread, opened by the Worker on their behalf. */
import type { CodeSecrets } from '../../domain/derive.ts';
import { type ReadMessage, type ReadRequest, readOwnThread } from '../../domain/read-thread.ts';
import { type PersonThread, readThread } from './open-thread.ts';

/** Whoever typed a code. */
export interface Person {
  code: string;
  secrets: CodeSecrets;
}

/** A thread with its words. */
export interface OpenedThread extends Omit<PersonThread, 'request' | 'messages'> {
  request: ReadRequest;
  messages: ReadMessage[];
}

/** Opens the sealed parts of a thread with the person's secrets. */
export async function readOpened(thread: PersonThread, secrets: CodeSecrets): Promise<OpenedThread> {
  return { ...thread, ...(await readOwnThread(thread, secrets)) };
}

/** Opens the person's thread for an act on it: what is new to them stays new. @throws AppError as `readThread` */
export async function openForAct(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  { secrets }: Person,
  now: Date,
): Promise<OpenedThread> {
  return readOpened(await readThread(env, secrets.lookup, now), secrets);
}
