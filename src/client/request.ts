/**
 * The request form in the browser: fetches the sealing code while the person reads. It takes the form over only
 * after its self-test; where it cannot be fetched or fails, the page goes on saying that the server seals.
 */
void import('./seal-in-browser.ts').then(({ sealInBrowser }) => sealInBrowser());
