import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import {
  CONSENT,
  CONSENT_VERSIONS,
  isConsentOnce,
  readRequestConsent,
  SHARED_CONSENTS,
} from '../../domain/consent.ts';
import { request } from '../../words/vi.ts';
import { complaintConsent } from '../../words/vi-follow.ts';

const { consent } = request.form;

/** Texts, told by the beginning of their SHA-256. */
const hashOf = (...texts: string[]) => bytesToHex(sha256(utf8ToBytes(texts.join('\n')))).slice(0, 16);
/** What else can be agreed to beside the text of a request; that it was shows in what is sealed. */
const further = [consent.place, consent.call];

describe('a text of consent', () => {
  // Whoever changes a text must give it a new name, here too: the old name goes on meaning the old text.
  it('keeps its name for as long as it says the same', () => {
    expect({
      [CONSENT.withCode]: hashOf(consent.readWithCode, ...further),
      [CONSENT.once]: hashOf(consent.readOnce, ...further),
      [CONSENT.either]: hashOf(consent.read, ...further),
      [CONSENT.eitherOnce]: hashOf(consent.read, ...further),
      [CONSENT.complaint]: hashOf(complaintConsent.text),
    }).toEqual({
      '2026-11-22.3-giu-ma': 'd712e301268a86a6',
      '2026-11-22.3-hoi-mot-lan': 'f348df4ab51e23af',
      '2026-11-22.3-ca-hai': '88bd696c378cf296',
      '2026-11-22.3-ca-hai-hoi-mot-lan': '88bd696c378cf296',
      '2026-11-22.3-khieu-nai': '3509eb4da3bbfb75',
    });
  });

  it('has a name that no other has or had', () => {
    expect(new Set([...CONSENT_VERSIONS, ...SHARED_CONSENTS]).size).toBe(
      CONSENT_VERSIONS.length + SHARED_CONSENTS.length,
    );
  });
});

describe('the consent to a request', () => {
  it.each([
    [CONSENT.withCode, false, CONSENT.withCode],
    [CONSENT.either, false, CONSENT.either],
    [CONSENT.once, true, CONSENT.once],
    [CONSENT.either, true, CONSENT.eitherOnce],
    [CONSENT.eitherOnce, true, null],
    [CONSENT.once, false, null],
    [CONSENT.withCode, true, null],
    [CONSENT.complaint, false, null],
    ['2026-11-22.2', false, null],
    ['yes', false, null],
    [undefined, false, null],
  ])('read from %j, asked once %j, is %j', (value, isOnce, expected) => {
    expect(readRequestConsent(value, isOnce)).toBe(expected);
  });

  it('tells afterwards whether the request was asked once', () => {
    expect(CONSENT_VERSIONS.filter(isConsentOnce)).toEqual([CONSENT.once, CONSENT.eitherOnce]);
  });
});
