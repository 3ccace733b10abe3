/** One measured thing. */
export type Figure = { readonly what: string; readonly milliseconds: number; readonly note: string };

/** What the page of the bench leaves for whoever drives the browser. */
export type BenchResult = { readonly figures: readonly Figure[] } | { readonly failure: string };
