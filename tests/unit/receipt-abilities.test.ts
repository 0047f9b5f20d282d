import { describe, expect, it } from 'vitest';
import { savingAbilities } from '../../src/client/receipt-abilities.ts';

const all = { hasClipboard: true, hasDownload: true, hasPrint: true };

/** As these browsers name themselves. */
const browsers: Record<string, string> = {
  'Chrome on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Samsung Internet':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  'Cốc Cốc on Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0 Chrome/124.0.0.0 Safari/537.36',
  'Firefox on Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Safari on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Chrome on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1',
};

/** As pages opened inside other apps are asked for. */
const apps: Record<string, string> = {
  'Zalo on Android':
    'Mozilla/5.0 (Linux; Android 10; SM-A105F Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12110645 ZaloTheme/light ZaloLanguage/vn',
  'Zalo on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/618 ZaloTheme/light ZaloLanguage/vn',
  'Facebook on Android':
    'Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/531.0.0.47.109;]',
  'Messenger on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G86 [FBAN/MessengerForiOS;FBAV/527.0.0;FBDV/iPhone14,5]',
  'TikTok on Android':
    'Mozilla/5.0 (Linux; Android 13; V2207 Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/139.0.0.0 Mobile Safari/537.36 trill_410003 BytedanceWebview/d8a21c6',
  'an unknown app on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
};

describe('the ways to save a code', () => {
  it.each(Object.entries(browsers))('are all offered in %s', (_name, userAgent) => {
    expect(savingAbilities({ userAgent, ...all })).toEqual({ copy: true, file: true, print: true });
  });

  it.each(Object.entries(apps))('hold neither a file nor a print in %s', (_name, userAgent) => {
    expect(savingAbilities({ userAgent, ...all })).toEqual({ copy: true, file: false, print: false });
  });

  it.each([
    ['hasClipboard', 'copy'],
    ['hasDownload', 'file'],
    ['hasPrint', 'print'],
  ] as const)('without %s hold no %s', (trait, ability) => {
    const traits = { userAgent: browsers['Chrome on Android'] ?? '', ...all, [trait]: false };

    expect(savingAbilities(traits)[ability]).toBe(false);
  });
});
