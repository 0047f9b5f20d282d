import type { Page } from 'playwright-core';

interface Stop {
  /** Its place in the page, -1 for what should not have taken the focus. */
  at: number;
  problems: string[];
}

/**
 * Walks a page with Tab to its end and with Shift+Tab back, and returns what a person without a mouse would
 * suffer: an order other than the page's, something left out, a focus that cannot be seen (WCAG 2.2, 2.4.7) or
 * that hides under the sticky bar (2.4.11).
 */
export async function walkWithKeyboard(page: Page): Promise<string[]> {
  const count = await numberStops(page);
  if (count < 3) return [`only ${count} stops in the whole page`];
  const found: string[] = [];
  for (const [key, first, step] of [
    ['Tab', 0, 1],
    ['Shift+Tab', count - 1, -1],
  ] as const) {
    await page.evaluate((at) => document.querySelector<HTMLElement>(`[data-stop="${at}"]`)?.focus(), first);
    for (let walked = 0; walked < count; walked += 1) {
      const { at, problems } = await readStop(page);
      found.push(...problems.map((problem) => `${key}: ${problem}`));
      if (at !== first + walked * step) {
        found.push(`${key}: stop ${first + walked * step} expected, ${at} has the focus`);
        break;
      }
      await page.keyboard.press(key);
    }
  }
  return found;
}

/** Numbers what Tab must reach in the order of the page; the radio buttons of one name are one stop. */
function numberStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const groups = new Map<string, number>();
    let next = 0;
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"], [tabindex="-1"]), select, textarea, summary, [tabindex="0"]',
    );
    for (const element of all) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) continue;
      const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null;
      const at = (group === null ? undefined : groups.get(group)) ?? next;
      if (at === next) next += 1;
      if (group !== null) groups.set(group, at);
      element.dataset.stop = String(at);
    }
    return next;
  });
}

function readStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { at: -1, problems: ['nothing has the focus'] };
    const name = `${element.localName} "${(element.innerText || element.id).slice(0, 40)}"`;
    const problems: string[] = [];

    // A door draws the ring of its link around itself.
    let ringed: HTMLElement | null = element;
    const hasRing = (one: HTMLElement): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    while (ringed !== null && !(ringed.matches(':focus-within') && hasRing(ringed)))
      ringed = ringed.parentElement;
    if (ringed === null) problems.push(`${name} shows no ring`);

    const { top, bottom } = element.getBoundingClientRect();
    const isInHeader = element.closest('.site-header, .skip-link') !== null;
    const bar = [...document.querySelectorAll('.topbar, .quick-exit')]
      .filter((one) => getComputedStyle(one).position === 'sticky')
      .map((one) => one.getBoundingClientRect().bottom);
    const clear = isInHeader ? 0 : Math.max(0, ...bar);
    // What is taller than the screen cannot be seen whole.
    if (top < clear && bottom - top < innerHeight - clear)
      problems.push(`${name} begins ${Math.round(clear - top)} px under the bar`);
    if (top >= innerHeight || bottom <= clear) problems.push(`${name} is out of sight`);
    return { at: Number(element.dataset.stop ?? -1), problems };
  });
}
