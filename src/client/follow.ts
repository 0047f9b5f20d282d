/**
 * The page to come back with a code, in the browser: fetches the opening code and the views while the person looks for
 * their code. It takes the form over only after its self-test; else the page goes on saying that the server opens.
 */
import { isRecentEnough } from './recent-enough.ts';

if (isRecentEnough()) {
  import('./open-in-browser.ts')
    .then(({ openInBrowser }) => openInBrowser())
    // The page goes on as the server drew it.
    .catch(() => undefined);
}

// Browsers may keep a left page whole in memory, in spite of no-store: Back would show an opened thread to whoever
// holds the phone next.
addEventListener('pageshow', (event) => event.persisted && location.reload());
