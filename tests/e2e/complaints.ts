import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe leaves out: examples in empty fields, and what cannot be pressed or changed but is still there to be read. */
const faintWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const parse = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (above: Colour, below: Colour, share = above[3]): Colour => {
      const mix = (at: 0 | 1 | 2) => above[at] * share + below[at] * (1 - share);
      return [mix(0), mix(1), mix(2), 1];
    };
    const lineage = (element: Element): readonly Element[] =>
      element.parentElement ? [...lineage(element.parentElement), element] : [element];
    const ground = (element: Element): Colour =>
      lineage(element).reduce<Colour>(
        (below, at) => over(parse(getComputedStyle(at).backgroundColor), below),
        [255, 255, 255, 1],
      );
    // WCAG 2.2, relative luminance.
    const luminance = (colour: Colour): number => {
      const part = (at: 0 | 1 | 2) => {
        const value = colour[at] / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    };
    const contrast = (element: Element, pseudo?: string): number => {
      const opacity = lineage(element).reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1);
      const style = getComputedStyle(element, pseudo);
      const below = ground(element);
      const words = parse(style.color);
      const seen = over(words, below, words[3] * opacity * (pseudo ? Number(style.opacity) : 1));
      const [light = 0, dark = 0] = [luminance(seen), luminance(below)].toSorted((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.clientWidth > 2;
    const complaint = (element: Element, pseudo?: string): readonly string[] => {
      const ratio = contrast(element, pseudo);
      const words = element.getAttribute('placeholder') ?? element.textContent;
      return ratio >= 4.5 ? [] : [`faint ${ratio.toFixed(2)}: ${element.tagName} ${element.className} “${words}”`];
    };
    const empty = [...document.querySelectorAll('input:placeholder-shown, textarea:placeholder-shown')];
    const disabled = [...document.querySelectorAll('button, input, textarea, [role=option], [role=menuitem]')];
    return [
      ...empty.filter(isShown).flatMap((element) => complaint(element, '::placeholder')),
      ...disabled
        .filter((element) => element.matches(':disabled, [data-disabled], [aria-disabled=true]'))
        .filter((element) => isShown(element) && (element.textContent !== '' || element.matches('input, textarea')))
        .flatMap((element) => complaint(element)),
    ];
  });

/** What looks as if it could be pressed, and has no key to it. */
const mouseOnly = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const control = 'a[href], button, input, select, textarea, label, summary, [role=option], [role=menuitem]';
    // Tab leads to these, and keys of their own lead on.
    const byKeys = '[tabindex]:not([tabindex="-1"]), [role=grid], [role=tablist], [role=radiogroup]';
    const isPointedAt = (element: Element) => getComputedStyle(element).cursor === 'pointer';
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isPointedAt(element) && !(element.parentElement && isPointedAt(element.parentElement)))
      .filter((element) => element.textContent !== '' && !element.querySelector(control))
      .filter((element) => !element.closest(`${control}, ${byKeys}`))
      .map((element) => `mouse only: ${element.tagName} ${element.className} “${element.textContent}”`);
  });

/** What stands against a page as it is now: rule, how bad, and where. */
export async function complaints(page: Page): Promise<readonly string[]> {
  // Electron's windows allow no page to be opened beside them, which axe would use for frames; there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 3).map((node) => `${impact} ${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  return [...serious, ...(await faintWords(page)), ...(await mouseOnly(page))];
}
