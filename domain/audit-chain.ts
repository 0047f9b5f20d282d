/**
 * The chain of what a desk's officers did: each row's hash covers the row and the hash of the row before it. Copies of
 * hashes are kept outside, on paper too, so nothing in this file may change (docs/audit.md).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What an officer, or the operator by a command, can do to a desk or a request of it. */
export const AUDIT_KINDS = [
  'request-read',
  'contact-opened',
  'answered',
  'referred',
  'closed',
  'set-aside',
  'brought-back',
  'desk-made',
  'desk-changed',
  'officer-registered',
  'officer-removed',
  'key-handed',
  'key-confirmed',
  'key-changed',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** A row of a desk's chain without its own hash. */
export interface AuditEvent {
  deskId: string;
  /** 1 for the first row of the desk. */
  seq: number;
  /** UTC ISO 8601. */
  atHour: string;
  /** Null for what was done on the server by a command. */
  officerId: string | null;
  kind: AuditKind;
  /** Why a contact part was opened; null for everything else. */
  reason: string | null;
  /**
   * What it was done to: a request's random reference; of an officer, the id; of a desk's key, its recipient. Null where
   * there is none.
   */
  auditRef: string | null;
  previousHash: string;
}

/** Where a chain stands: its last row's number and hash. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The head of a chain without rows; its hash stands before that of the first row. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** A hash in groups of four symbols, as people compare and copy it. */
export function hashGroups(hash: string): string[] {
  return hash.match(/.{1,4}/g) ?? [];
}

/**
 * A row's hash: SHA-256, as lower-case hexadecimal, over the UTF-8 bytes of the JSON array (RFC 8785)
 * `["diem-tua/v1/audit", deskId, seq, atHour, officerId, kind, reason, auditRef, previousHash]`.
 */
export function hashAuditEvent(event: AuditEvent): string {
  const canonical = JSON.stringify([
    'diem-tua/v1/audit',
    event.deskId,
    event.seq,
    event.atHour,
    event.officerId,
    event.kind,
    event.reason,
    event.auditRef,
    event.previousHash,
  ]);
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
