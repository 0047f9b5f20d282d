import { describe, expect, it, vi } from 'vitest';
import { ageFindings, checkGuideAges, readDatedGuide } from '../../scripts/review-age.ts';

const guide = readDatedGuide(
  'content/guides/thu.md',
  "---\ntitle: 'Một bài thử'\nauthor: 'Ban biên tập'\nreviewBy: '2027-05-20'\n---\n\nNội dung.\n",
);
const on = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

describe('the age of a guide', () => {
  it('is no matter until 30 days before its day of review', () => {
    expect(ageFindings([guide], on('2027-04-19'))).toEqual([]);
  });

  it('is a warning from 30 days before', () => {
    const [finding, ...others] = ageFindings([guide], on('2027-04-20'));

    expect(others).toEqual([]);
    expect(finding?.isOverdue).toBe(false);
    expect(finding?.message).toMatchInlineSnapshot(
      `"content/guides/thu.md:4: “Một bài thử” cần đọc lại chậm nhất ngày 20/5/2027 (còn 30 ngày). Đối chiếu từng câu với nguồn, rồi sửa checkedOn và reviewBy."`,
    );
  });

  it('is still a warning on the day itself, by the clock of Việt Nam', () => {
    expect(ageFindings([guide], new Date('2027-05-20T16:59:59Z')).map(({ isOverdue }) => isOverdue)).toEqual([
      false,
    ]);
    expect(ageFindings([guide], new Date('2027-05-20T17:00:00Z')).map(({ isOverdue }) => isOverdue)).toEqual([
      true,
    ]);
  });

  it('is overdue from the next day', () => {
    const [finding] = ageFindings([guide], on('2027-05-21'));

    expect(finding?.isOverdue).toBe(true);
    expect(finding?.message).toMatchInlineSnapshot(
      `"content/guides/thu.md:4: “Một bài thử” đã quá hạn đọc lại 1 ngày (hạn 20/5/2027). Đối chiếu từng câu với nguồn, rồi sửa checkedOn và reviewBy."`,
    );
  });

  it('puts the longest overdue first', () => {
    const older = { ...guide, title: 'Bài cũ', reviewBy: '2027-01-01' };

    expect(ageFindings([guide, older], on('2027-05-21'))[0]?.message).toContain('Bài cũ');
  });
});

describe('the check before a build', () => {
  it('says nothing today of guides that are young, and stops nothing', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();

    await checkGuideAges(on('2026-11-22'), 'error');

    expect(warn).not.toHaveBeenCalled();
  });

  it('only warns of overdue guides by default', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();

    await checkGuideAges(on('2036-01-01'));

    expect(warn).toHaveBeenCalled();
  });

  it('stops at overdue guides where REVIEW_AGE says so', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();

    await expect(checkGuideAges(on('2036-01-01'), 'error')).rejects.toThrow(
      /đã quá hạn đọc lại \(REVIEW_AGE=error\)/,
    );
  });

  it('refuses a word that it does not know', async () => {
    await expect(checkGuideAges(on('2026-11-22'), 'eror')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[CommandError: REVIEW_AGE=“eror” không hiểu được; chỉ có “warn” (nhắc) và “error” (dừng).]`,
    );
  });

  it('refuses a guide whose day cannot be read', () => {
    expect(() =>
      readDatedGuide('content/guides/thu.md', "---\ntitle: 'Thử'\nreviewBy: 20/5/2027\n---\n"),
    ).toThrowErrorMatchingInlineSnapshot(
      `[CommandError: content/guides/thu.md:1: không đọc được title và reviewBy ở đầu tệp. Viết mỗi mục một dòng, như reviewBy: '2027-05-20'.]`,
    );
  });
});
