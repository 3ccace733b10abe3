/** The chapter that tells of a place, by how its address begins; the first that fits. */
const CHAPTERS: readonly (readonly [start: string, chapter: string])[] = [
  ['/review', '02-review'],
  ['/catalogue', '02-review'],
  ['/ledger/strayTask', '02-review'],
  ['/ledger/burdenItem', '02-review'],
  ['/load', '02-review'],
  ['/document', '08-printing'],
  ['/import', '04-import'],
  ['/collection', '05-collection'],
  ['/reports', '06-reports'],
  ['/indicators', '06-reports'],
  ['/settings/operators', '10-operators'],
  ['/settings/log', '10-operators'],
  ['/settings/privacy', '10-operators'],
  ['/settings/limits', '07-home'],
  ['/settings/year-end', '07-home'],
  ['/settings/about', '13-questions'],
  ['/settings/exchange', '11-exchange'],
  ['/settings', '09-backup'],
  ['/ledger', '03-ledgers'],
  ['/rows', '03-ledgers'],
  ['/organisation', '03-ledgers'],
];

export const FIRST_CHAPTER = '01-start';

/** Which chapter of the manual 帮助 opens at. */
export const chapterOfPlace = (place: string): string =>
  place === '/' ? '07-home' : (CHAPTERS.find(([start]) => place.startsWith(start))?.[1] ?? FIRST_CHAPTER);

/** Every chapter that is pointed at, so that a test can look for them. */
export const pointedAt: readonly string[] = [...new Set([FIRST_CHAPTER, ...CHAPTERS.map(([, chapter]) => chapter)])];
