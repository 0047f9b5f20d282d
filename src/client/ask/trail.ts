import { stepBackOnQuickExit } from './step-back.ts';

/**
 * Back and Forward between the screens of one page. The browser's history holds only how many screens deep one is,
 * never which screen it is: some of them would tell an answer.
 */
export interface Trail {
  /** Shows the next screen; Back returns to the one before. */
  go: (view: string) => void;
  /** Goes back to where the screens began, which changes nothing on the page any more. */
  end: () => void;
}

/**
 * Keeps the trail of screens. A history entry of which nothing is known here, as after a reload, shows the first one;
 * how deep it lies is known all the same.
 */
export function keepTrail(first: string, show: (view: string) => void): Trail {
  const start = depthOf(history.state);
  let at = start;
  let views = new Map([[at, first]]);

  const onPop = ({ state }: PopStateEvent): void => {
    at = depthOf(state);
    show(views.get(at) ?? first);
  };
  // A jump within the page would make an entry of which nothing is known, and so show the first screen.
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null || at === start || event.defaultPrevented) return;
    event.preventDefault();
    document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.focus();
  };
  const stop = (): void => {
    removeEventListener('popstate', onPop);
    removeEventListener('click', onClick);
  };
  addEventListener('popstate', onPop);
  addEventListener('click', onClick);
  // The page is empty then.
  addEventListener('quick-exit', stop);
  stepBackOnQuickExit(() => Math.max(0, at - start));

  return {
    go: (view) => {
      views = new Map([...views].filter(([depth]) => depth <= at)).set(at + 1, view);
      at += 1;
      history.pushState({ at }, '');
      show(view);
    },
    end: () => {
      stop();
      if (at > 0) history.go(-at);
      at = start;
    },
  };
}

function depthOf(state: unknown): number {
  return state !== null && typeof state === 'object' && 'at' in state && typeof state.at === 'number'
    ? state.at
    : 0;
}
