import type { Step } from '../../kit/workflow.ts';

/** What stands in the steps an opening import (存量导入) wrote from a sheet. */
export const OPENING_NOTE = '存量导入';

/** Whether a step was told by a sheet, not taken here. */
export const isOpeningStep = ({ note }: Pick<Step, 'note'>): boolean => note === OPENING_NOTE;
