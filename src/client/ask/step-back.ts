/**
 * How long the way back over the page's own entries may take before the page is left from where it stands, in
 * milliseconds. The page is blank by then, and the way takes a few of them.
 */
const STEP_BACK_MS = 250;

/**
 * Leaving fast goes back to where the page's own entries begin before the harmless site takes that place: left from the
 * last of them, Back would show the page again.
 *
 * @param countScreens how many entries the screens have made before the one that is shown
 */
export function stepBackOnQuickExit(countScreens: () => number): void {
  let isOnTheWay = false;
  addEventListener('quick-exit', (event) => {
    if (!(event instanceof CustomEvent)) return;
    // In haste Shift is pressed more than three times: a second step back would go too far.
    if (isOnTheWay) {
      event.preventDefault();
      return;
    }
    const steps = countOwnEntries(countScreens);
    if (steps === 0) return;
    isOnTheWay = true;
    event.preventDefault();
    const open: () => void = event.detail;
    // Leaving must not depend on the way back coming to its end. When it ends after all, it has called the leaving off.
    setTimeout(open, STEP_BACK_MS);
    addEventListener('popstate', open);
    history.go(-steps);
  });
}

/** How many entries before this one show the same document: screens, and jumps to a heading before the first of them. */
function countOwnEntries(countScreens: () => number): number {
  // Chrome has it since 102, Firefox since 147, Safari since 26.2. Elsewhere the jumps are not known.
  if (!('navigation' in window)) return countScreens();
  const at = navigation.currentEntry?.index ?? 0;
  return navigation.entries().filter(({ index, sameDocument }) => sameDocument && index < at).length;
}
