/** The button that prints the page. In-app browsers have no printing: there it stays hidden. */
for (const box of document.querySelectorAll<HTMLElement>('[data-print]')) {
  if (typeof window.print !== 'function') break;
  box.hidden = false;
  box.querySelector('button')?.addEventListener('click', () => window.print());
}
