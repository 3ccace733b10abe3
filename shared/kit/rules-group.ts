/** Group of dated parameters that say by which of several ways, and under what names, an office works. */
export const RULES_GROUP = '规则';
