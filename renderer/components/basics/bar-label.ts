/** Labels of fields that stand in a bar above what they choose: quieter than those of a form. */
export const BAR_LABEL = { fw: 400, fz: 13 };
