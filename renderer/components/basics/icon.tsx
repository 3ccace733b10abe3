/** Line drawings on a 16 px square; the text beside them always says the same. */
const PATHS = {
  home: 'M2 7.5 8 2.5l6 5M3.5 6.5V13.5h9V6.5M6.5 13.5v-4h3v4',
  review: 'M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2',
  catalogue: 'M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5',
  ledger: 'M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.75h11M6.5 3v10',
  reports: 'M2.5 13.5h11M4 13.5V8.5h2v5M7 13.5v-9h2v9M10 13.5V6.5h2v7',
  settings: 'M3 4.5h6M12 4.5h1M3 11.5h1M7 11.5h6M9 3v3h3V3zM4 10v3h3v-3z',
  fold: 'M9.5 4 5.5 8l4 4',
  unfold: 'M6.5 4l4 4-4 4',
  opened: 'M4 6l4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5l3 3',
  filter: 'M2.5 3.5h11L9.5 8v4.5l-3 1V8z',
  columns: 'M2.5 3h11v10h-11zM6 3v10M10 3v10',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const weight = name === 'more' ? 2.2 : 1.3;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={PATHS[name]} stroke="currentColor" strokeWidth={weight} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
