/** The example's street; it exists nowhere. */
export const EXAMPLE_STREET = '示例区滨河街道办事处';

/** Who works in the example office. */
export const EXAMPLE_CLERK = '示例经办人';
