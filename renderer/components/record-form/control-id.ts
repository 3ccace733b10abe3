/** Where a field's control is found again, by the path complaints name it with. */
export const controlId = (path: string): string => `field-${path}`;
