/** A small state with requests in it, and the commands that back it up and restore it, as they are typed. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard, deriveFromCode } from '../../domain/derive.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import { sealSubmission } from '../../domain/seal-request.ts';
import { AppError } from '../../functions/errors.ts';
import { type Desk, listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { readThread } from '../../functions/inquiries/open-thread.ts';
import { submitInquiry } from '../../functions/inquiries/submit-inquiry.ts';
import { storageDir } from '../../scripts/local-state.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { projectRoot } from '../../scripts/project-root.ts';

/** What the person wrote. */
export const WORDS = 'Lời chỉ đầu mối đọc được';

/** How a command ended, and all that it printed. */
export interface Ended {
  code: number | null;
  said: string;
}

/**
 * Runs a command of scripts/ to its end.
 *
 * @param options.input what stands on its standard input
 * @param options.killAt the command is killed as soon as it has printed this
 */
export function run(
  command: string,
  args: readonly string[],
  stateDir: string,
  options: { input?: string; killAt?: string } = {},
): Promise<Ended> {
  const script = join(projectRoot, 'scripts', `${command}.ts`);
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    env: { ...process.env, STATE_DIR: stateDir },
    // A group of its own, so that what it started dies with it.
    detached: true,
  });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
    if (options.killAt !== undefined && said.includes(options.killAt) && child.pid !== undefined)
      process.kill(-child.pid, 'SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Makes an open desk. */
export async function makeOpenDesk(env: Env, hours: string): Promise<Desk> {
  const { DB } = env;
  const described = { name: 'Đầu mối thử', operator: 'x', duty: 'x', hours };
  const sheet = await deriveFromCard(makeCode());
  const id = await makeDesk(
    DB,
    { slug: 'thu', operatorKind: 'health', isDemo: false, ...described },
    sheet,
    new Date(),
  );
  await addMadeUpOfficer(env, id, sheet, new Date());
  const [desk] = await listDesks(DB, new Date());
  if (desk === undefined) throw new Error('the desk was not made');
  return desk;
}

/** Sends a request as a browser seals it. Returns its code. */
export async function send(env: Env, desk: Desk): Promise<string> {
  const code = makeCode();
  const secrets = await deriveFromCode(code);
  const { request, contact } = await sealSubmission(
    {
      consent: CONSENT.withCode,
      answers: {
        resultKnown: 'no',
        desk: desk.id,
        forWhom: 'self',
        ageBand: 'adult',
        help: ['talk'],
        words: WORDS,
        answerBy: 'code',
        phone: '',
        safeHours: '',
      },
    },
    desk,
    secrets,
  );
  await submitInquiry(
    env,
    {
      ...secrets,
      desk: desk.id,
      deskRecipient: desk.recipient,
      consentVersion: CONSENT.withCode,
      request: base64urlnopad.decode(request),
      contact: base64urlnopad.decode(contact),
    },
    new Date(),
  );
  return code;
}

/** What the code's owner reads: the words, or null for a code that was never issued. */
export async function readWords(env: Env, code: string): Promise<string | null> {
  const { lookup, identity } = await deriveFromCode(code);
  try {
    const { request } = await readThread(env, lookup, new Date());
    if (request === null) throw new Error('the request was altered');
    const envelope = await openEnvelope(request, identity);
    return JSON.stringify(envelope).includes(WORDS) ? WORDS : '';
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/** The inner tables of FTS5 that hold an order of their own; their rows stand in `_content` and `_config`. */
const inner = /_(data|idx|docsize)$/;

/** A table's statement and its rows. */
export interface Table {
  sql: string;
  rows: Record<string, unknown>[];
}

/** Every table of a state's database as its file has it, read past D1: the statement, and all rows with their rowids. */
export function readTables(stateDir: string): Map<string, Table> {
  const folder = join(storageDir(stateDir), 'd1/miniflare-D1DatabaseObject');
  const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (file === undefined) throw new Error('there is no database');
  const db = new DatabaseSync(join(folder, file));
  try {
    const tables = db
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .all();
    return new Map(
      tables
        .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
        .filter(({ name }) => !inner.test(name))
        .map(({ name, sql }) => [name, { sql, rows: rowsOf(db, name, sql) }]),
    );
  } finally {
    db.close();
  }
}

function rowsOf(db: DatabaseSync, name: string, sql: string): Table['rows'] {
  if (!/^CREATE TABLE/.test(sql)) return [];
  const rowid = /WITHOUT ROWID/.test(sql) ? '' : 'rowid AS "the rowid", ';
  return db.prepare(`SELECT ${rowid}* FROM "${name}" ORDER BY 1, 2`).all();
}
