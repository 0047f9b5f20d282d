import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { makeToken } from '../../domain/derive.ts';
import { makeDeskKey, sealGrant } from '../../domain/desk-key.ts';
import { openSheetProof, sealSheetProof } from '../../domain/sheet-proof.ts';

async function sealText(text: string, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(text);
}

describe('the proof of holding a recovery sheet', () => {
  it('is opened by that sheet alone', async () => {
    const [sheet, other] = [await makeDeskKey(), await makeDeskKey()];
    const token = makeToken();

    const sealed = await sealSheetProof(token, sheet.recipient);

    expect(await openSheetProof(sealed, sheet.identity)).toBe(token);
    expect(await openSheetProof(sealed, other.identity)).toBeNull();
  });

  // Whoever could make a browser open and send back what it is given would be handed the desk's key, which is sealed to
  // the same sheet.
  it('is nothing else that is sealed to the sheet', async () => {
    const [sheet, key] = [await makeDeskKey(), await makeDeskKey()];
    const { sealed: grant } = await sealGrant('desk', key, sheet);

    expect(await openSheetProof(grant, sheet.identity)).toBeNull();
    for (const text of [makeToken(), `diem-tua/v1/sheet-proof\n${key.identity}`, 'diem-tua/v1/sheet-proof\n'])
      expect(await openSheetProof(await sealText(text, sheet.recipient), sheet.identity)).toBeNull();
  });
});
