import { OFFICE } from '../../workbook/package/package-parts.ts';
import { POINTS_PER_MM } from '../document-styles.ts';

/** WordprocessingML measures: twentieths of a point for distances, half points for type. */
const TWIPS_PER_POINT = 20;

export const twipsOfPoints = (points: number): number => Math.round(points * TWIPS_PER_POINT);
export const twipsOfMm = (millimetres: number): number => Math.round(millimetres * POINTS_PER_MM * TWIPS_PER_POINT);
export const halfPoints = (points: number): number => Math.round(points * 2);

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATIONS = `${OFFICE}/relationships`;
