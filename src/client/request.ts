/**
 * The request form in the browser: fetches the sealing code while the person reads. It takes the form over only
 * after its self-test; where it cannot be fetched or fails, the page goes on saying that the server seals.
 */
let isPosted = false;
// A form that is already on its way to the server must not be taken over: pressed again, it would be sent twice.
document.getElementById('request-form')?.addEventListener('submit', () => {
  isPosted = true;
});

void import('./seal-in-browser.ts').then(({ sealInBrowser }) => sealInBrowser(() => !isPosted));
