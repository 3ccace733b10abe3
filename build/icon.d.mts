export const ICON_SIZES: readonly number[];
export function drawIcon(): { readonly ico: Buffer; readonly png: Buffer };
