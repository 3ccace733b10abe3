/** Which office this window shows. A window forgets it when it closes: the program always starts with the own office. */
const KEY = 'office';
const EXAMPLE = 'example';
const ANEW = 'example-anew';

const kept = sessionStorage.getItem(KEY);

/**
 * Whether the example office is shown. Fixed for the life of a page: going in and out loads the program anew, so that
 * nothing of one office is left in the other, no list, no form, no kept column.
 */
export const isExample = kept === EXAMPLE || kept === ANEW;

/** Whether the example was asked for anew: what is there goes first. */
export const isExampleAnew = kept === ANEW;

function show(office: string): void {
  sessionStorage.setItem(KEY, office);
  window.location.hash = '';
  window.location.reload();
}

export const enterExample = (): void => show(EXAMPLE);
export const leaveExample = (): void => show('own');

/** Throws away what is in the example, the clerk's own trials too, and makes it again up to today. */
export const renewExample = (): void => show(ANEW);

/** The example stands: loading the page again keeps it. */
export const exampleStands = (): void => sessionStorage.setItem(KEY, EXAMPLE);
