/**
 * The page to come back with a code, in the browser: fetches the opening code while the person looks for theirs. It
 * takes the form over only after its self-test; else the page goes on saying that the server opens.
 */
import { isRecentEnough } from './recent-enough.ts';

if (isRecentEnough()) void import('./open-in-browser.ts').then(({ openInBrowser }) => openInBrowser());

// Browsers may keep a left page whole in memory, in spite of no-store: Back would show an opened thread to whoever
// holds the phone next.
addEventListener('pageshow', (event) => event.persisted && location.reload());
