import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../functions/search/excerpt.ts';
import { readQuestion } from '../../functions/search/read-question.ts';

const asked = (q: string): string[][] =>
  readQuestion(q).asked.map(({ ways }) => ways.map(({ folded }) => folded));

describe('a question to the search', () => {
  it('is what it asks, without the words that ask nothing', () => {
    expect(asked('cho em hỏi methadone là gì ạ')).toEqual([['methadone'], ['la gi']]);
    expect(asked('tôi là')).toEqual([['toi'], ['la']]);
    expect(asked('!?')).toEqual([]);
  });

  it('also asks for what the texts say instead', () => {
    expect(asked('vòng tay điện tử')).toEqual([['vong tay dien tu', 'giam sat dien tu']]);
    expect(asked('vong tay dien tu')).toEqual(asked('vòng tay điện tử'));
  });

  it.each([
    ['quá liều', 'overdose'],
    ['qua lieu', 'overdose'],
    ['gọi mãi không dậy', 'overdose'],
    ['muốn chết', 'suicide'],
    ['tu tu', 'suicide'],
    ['tự vẫn', 'suicide'],
    ['chồng cầm dao đòi giết', 'violence'],
    ['đang vật thuốc', 'withdrawal'],
    ['con đập phá rồi đòi tự tử', 'suicide violence'],
  ])('smells of danger: %s', (q, dangers) => {
    expect(readQuestion(q).dangers.join(' ')).toBe(dangers);
  });

  // Marks tell apart what folded letters do not; without them the likelier meaning counts.
  it.each(['cai từ từ', 'cần tư vấn', 'can tu van', 'đăng ký cai nghiện', 'đà nẵng'])(
    'is no danger: %s',
    (q) => {
      expect(readQuestion(q).dangers).toEqual([]);
    },
  );

  it('is cut after 24 words', () => {
    expect(readQuestion('ma '.repeat(60)).words).toHaveLength(24);
  });
});

describe('an excerpt', () => {
  const telling = (): number => 4;
  const shown = (q: string, heading: string, text: string): string =>
    excerptOf(text, heading, readQuestion(q).asked, telling)
      .map(({ text: part, isHit }) => (isHit ? `<${part}>` : part))
      .join('');

  it('is the first sentence when the heading says what is asked', () => {
    const text =
      'Ở Công an cấp xã nơi bạn cư trú, phường hay đặc khu, trong giờ làm việc thường ngày. Nơi khác thì không.';

    expect(shown('nộp đơn', 'Nộp đơn ở đâu?', text)).toMatch(/^Ở Công an/);
  });

  it('is the sentence that says what the heading does not', () => {
    const text =
      'Một câu dài nói chuyện khác hẳn, không liên quan gì đến điều được hỏi ở đây đâu nhé. Tiền ăn thì Nhà nước lo.';

    expect(shown('tiền ăn', 'Ở đó thế nào?', text)).toContain('<Tiền> <ăn> thì Nhà nước lo.');
  });

  it('marks no word that only has the same letters', () => {
    expect(shown('nghiện', 'Thế nào', 'Một nghiên cứu về người nghiện.')).toBe(
      'Một nghiên cứu về người <nghiện>.',
    );
  });

  it('is cut at a word', () => {
    const excerpt = shown('ma túy', 'Thế nào', `${'chữ dài lắm '.repeat(40)}ma túy.`);

    expect(excerpt.length).toBeLessThanOrEqual(221);
    expect(excerpt).toMatch(/\S…$/);
  });
});
