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

/** Keeps the trail of screens. A history entry of which nothing is known here, as after a reload, is the first one. */
export function keepTrail(first: string, show: (view: string) => void): Trail {
  let views = [first];
  let at = 0;

  const onPop = ({ state }: PopStateEvent): void => {
    const depth = depthOf(state);
    at = views[depth] === undefined ? 0 : depth;
    show(views[at] ?? first);
  };
  addEventListener('popstate', onPop);

  return {
    go: (view) => {
      views = [...views.slice(0, at + 1), view];
      at += 1;
      history.pushState({ at }, '');
      show(view);
    },
    end: () => {
      removeEventListener('popstate', onPop);
      if (at > 0) history.go(-at);
    },
  };
}

function depthOf(state: unknown): number {
  return state !== null && typeof state === 'object' && 'at' in state && typeof state.at === 'number'
    ? state.at
    : 0;
}
