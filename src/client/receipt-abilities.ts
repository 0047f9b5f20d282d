/** What a browser can do to save a code. */

/** The ways to save a code that a browser may lack. */
export interface SavingAbilities {
  copy: boolean;
  /** Downloads of what the page itself has made. */
  file: boolean;
  print: boolean;
}

/** What is looked at; each part stands in `navigator`, `window` or a prototype. */
export interface BrowserTraits {
  userAgent: string;
  hasClipboard: boolean;
  hasDownload: boolean;
  hasPrint: boolean;
}

/** Apps that show pages in a window of their own: they carry out neither downloads nor printing, and say nothing. */
const IN_APP = /\bFBA[NV]\/|\bFB_IAB\/|\bInstagram\b|\bZalo\b|\bZaloTheme\b|\bLine\/|\bTikTok\b|musical_ly/i;

/** Android marks its WebView with "; wv" (developer.chrome.com, WebView user agent). */
const ANDROID_WEBVIEW = /\bAndroid\b.*; wv\)/;

/** On iOS every browser names itself after WebKit's version; a bare web view of an app names none. */
const IOS_WEBVIEW = /\b(?:iPhone|iPad|iPod)\b(?!.*\b(?:Safari|CriOS|FxiOS|EdgiOS)\b)/;

/** Tells what can be offered, so that no button is dead: where it is doubtful the answer is no. */
export function savingAbilities(traits: BrowserTraits): SavingAbilities {
  const { userAgent } = traits;
  const isInApp = [IN_APP, ANDROID_WEBVIEW, IOS_WEBVIEW].some((sign) => sign.test(userAgent));
  return {
    copy: traits.hasClipboard,
    file: traits.hasDownload && !isInApp,
    print: traits.hasPrint && !isInApp,
  };
}
