/** An office whose records may lie here: by the id of its own unit, which every PC of the office shares. */
export type Office = { readonly id: string; readonly name: string };

/** Which office writes a chain, for the chains of other offices alone: what is not named is this office's own. */
export type OfficeOfChain = ReadonlyMap<string, string>;
