/**
 * Whether the browser knows what all scripts of the public forms are written in: ECMAScript 2022, so Chrome 93
 * (August 2021) at the oldest, Safari 15.4, Firefox 95. An older one leaves the forms to the server from the start; half
 * way it could lose what was typed. tests/built/oldest-browser.test.ts keeps newer names out of the scripts.
 */
export function isRecentEnough(): boolean {
  return 'hasOwn' in Object && 'at' in Array.prototype && 'randomUUID' in crypto;
}
