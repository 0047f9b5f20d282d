import { describe, expect, it } from 'vitest';
import { messageIdFor } from '../../domain/message-id.ts';
import { isUuid } from '../../domain/uuid.ts';

const SEED = 'a3c0f9d2-6a51-4b8e-9d0f-2f0e8f6b1c77';

describe('the id of a message', () => {
  it('is the same for the same content of the same form, and a UUID of version 8', () => {
    const id = messageIdFor(SEED, { answerBy: 'phone', phone: '0900 000 123' });

    expect(id).toBe(messageIdFor(SEED, { answerBy: 'phone', phone: '0900 000 123' }));
    expect(isUuid(id)).toBe(true);
    expect(id.charAt(14)).toBe('8');
  });

  it('is another one for words that were changed, and for another form', () => {
    const ids = [
      messageIdFor(SEED, 'Lời thử'),
      messageIdFor(SEED, 'Lời thử.'),
      messageIdFor(SEED, ['see', 'Lời thử']),
      messageIdFor(SEED, ['restrict', 'Lời thử']),
      messageIdFor(crypto.randomUUID(), 'Lời thử'),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });
});
