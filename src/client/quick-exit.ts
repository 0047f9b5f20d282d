/** How many presses of Shift leave, and how long they may take together, in milliseconds. */
const PRESSES = 3;
const WINDOW_MS = 2000;

/** One thing the keyboard or pointer did: which key, and when in milliseconds. `null` is a pointer press. */
export interface Press {
  key: string | null;
  at: number;
}

/**
 * Counts presses of Shift alone. Returns a function that takes each key or pointer press and answers whether
 * it is the third Shift in a row within two seconds. Any other press starts the count again, so typing
 * capitals, Shift-clicking, and Ctrl+Shift (which switches Vietnamese keyboards) never leave the page.
 */
export function countShiftPresses(): (press: Press) => boolean {
  let times: number[] = [];
  return ({ key, at }) => {
    if (key !== 'Shift') {
      times = [];
      return false;
    }
    times = [...times.filter((time) => at - time <= WINDOW_MS), at];
    return times.length >= PRESSES;
  };
}

/**
 * Empties the page, takes its address out of the history and opens the harmless site in its place. A page that has made
 * entries of its own (ask/trail.ts) goes back over them first. Entries of other pages stay, and so do those after this
 * one: a page may not touch them.
 */
function leave(url: string): void {
  document.documentElement.replaceChildren();
  try {
    // The visitor's own list of places.
    sessionStorage.clear();
  } catch {
    // Where the browser forbids storage there is nothing to clear.
  }
  const open = (): void => {
    try {
      history.replaceState(null, '', '/');
    } finally {
      location.replace(url);
    }
  };
  // Pages that ask before they are left take their question back on this event. Whoever prevents it calls `detail`.
  if (dispatchEvent(new CustomEvent('quick-exit', { cancelable: true, detail: open }))) open();
}

/** Makes the quick exit link and Shift three times leave at once. Does nothing on a page without the link. */
export function installQuickExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]');
  if (!link) return;
  const { href } = link;
  const isThirdShift = countShiftPresses();

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(href);
  });
  addEventListener('keydown', (event) => {
    if (!event.repeat && isThirdShift({ key: event.key, at: event.timeStamp })) leave(href);
  });
  addEventListener('pointerdown', (event) => isThirdShift({ key: null, at: event.timeStamp }));
}
