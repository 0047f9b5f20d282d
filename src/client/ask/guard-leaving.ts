/** Asks before the page is left with answers in it; once it is left, they are gone. */
export interface LeavingGuard {
  /** From now on there is something to lose. */
  begin: () => void;
  /** Nothing is lost any more. */
  end: () => void;
}

/** Guards a form, and empties every form of the page when it is left: a page that comes back shows no answer. */
export function guardLeaving(form: HTMLFormElement): LeavingGuard {
  let isOn = false;
  let isCalling = false;
  const ask = (event: BeforeUnloadEvent): void => {
    if (!isCalling) event.preventDefault();
  };
  const end = (): void => {
    isOn = false;
    removeEventListener('beforeunload', ask);
  };
  // Leaving fast must not be asked about.
  addEventListener('quick-exit', end);
  // Nor must a call: some browsers take the link of a phone number for leaving.
  form.ownerDocument.addEventListener('click', ({ target }) => {
    isCalling = target instanceof Element && target.closest('a[href^="tel:"]') !== null;
  });
  addEventListener('focus', () => {
    isCalling = false;
  });
  addEventListener('pagehide', () => {
    for (const one of document.forms) one.reset();
  });
  // A page that the browser kept whole begins anew.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  return {
    begin: () => {
      if (isOn) return;
      isOn = true;
      addEventListener('beforeunload', ask);
    },
    end,
  };
}
