import type { CellRole, PageSize, TextRole } from './document-model.ts';

export const POINTS_PER_MM = 72 / 25.4;

/** A typeface by the name the rule gives it, with what stands in for it on machines that lack it. */
export type Face = { readonly name: string; readonly fallback: string; readonly screen: string };

/**
 * 方正小标宋, 仿宋_GB2312 and 楷体_GB2312 are not on every Windows, 统信 or 麒麟 machine. A document only stores the name, so
 * each face says by what it may be replaced.
 */
export const FACES = {
  title: {
    name: '方正小标宋简体',
    fallback: '宋体',
    screen: '"方正小标宋简体", FZXiaoBiaoSong-B05S, "华文中宋", STZhongsong, SimSun, "Noto Serif CJK SC", serif',
  },
  body: {
    name: '仿宋_GB2312',
    fallback: '仿宋',
    screen: '"仿宋_GB2312", FangSong_GB2312, "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif',
  },
  heading: { name: '黑体', fallback: '微软雅黑', screen: '"黑体", SimHei, "Noto Sans CJK SC", sans-serif' },
  kai: {
    name: '楷体_GB2312',
    fallback: '楷体',
    screen: '"楷体_GB2312", KaiTi_GB2312, "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif',
  },
  song: { name: '宋体', fallback: '新宋体', screen: '"宋体", SimSun, "Noto Serif CJK SC", serif' },
} as const satisfies { readonly [face: string]: Face };

export type FaceName = keyof typeof FACES;

/** How text looks. Sizes, line pitch and gaps in points; indents in characters of the text's own size. */
export type TextStyle = {
  readonly face: FaceName;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Exact line pitch. */
  readonly pitch: number;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of what follows it. */
  readonly keepNext?: boolean;
};

/** 22 lines on 225 mm (GB/T 9704—2012 5.2.3) are 28.99 points each; a little less, so that rounding costs no line. */
const PITCH = 28.9;
/** 3号. */
const BODY = 16;

/** 28 characters of 3号 on 156 mm (5.2.3) leave 15.79 points each: letters stand a quarter point closer than they are wide. */
export const BODY_SPACING = -0.25;

const line = (face: FaceName, align: TextStyle['align'], more: Partial<TextStyle> = {}): TextStyle => ({
  face,
  size: BODY,
  align,
  pitch: PITCH,
  ...more,
});

/** GB/T 9704—2012 7.3: title 2号小标宋, body 3号仿宋 with two characters before each paragraph, levels 黑体 and 楷体. */
export const TEXT_STYLES: { readonly [role in TextRole]: TextStyle } = {
  number: line('body', 'right', { before: 14 }),
  title: line('title', 'center', { size: 22, pitch: 35, before: PITCH, after: PITCH, keepNext: true }),
  formTitle: line('title', 'center', { size: 22, pitch: 30, after: 4, keepNext: true }),
  addressee: line('body', 'left', { keepNext: true }),
  body: line('body', 'justify', { firstLine: 2 }),
  level1: line('heading', 'left', { firstLine: 2, keepNext: true }),
  level2: line('kai', 'left', { firstLine: 2, keepNext: true }),
  flush: line('body', 'left'),
  signature: line('body', 'right', { before: 2 * PITCH, keepNext: true }),
  date: line('body', 'right'),
  above: line('body', 'left', { size: 12, pitch: 20, after: 4, keepNext: true }),
  note: line('body', 'left', { size: 10.5, pitch: 16, before: 6 }),
};

/** Cells of a form, a little below 小四, so that a full approval form stands on one sheet; places to sign as in a letter. */
export const CELL_STYLES: { readonly [role in CellRole]: TextStyle } = {
  label: { face: 'heading', size: 11, align: 'center', pitch: 14.5 },
  value: { face: 'body', size: 11, align: 'left', pitch: 14.5 },
  centred: { face: 'body', size: 11, align: 'center', pitch: 14.5 },
  said: { face: 'body', size: 11, align: 'left', pitch: 14.5, keepNext: true },
  signed: { face: 'body', size: 11, align: 'right', pitch: 14.5 },
  party: { face: 'body', size: 15, align: 'left', pitch: 26, keepNext: true },
};

/** 4号半角宋体 between dashes, 7 mm below the text; outer side, one character in (GB/T 9704—2012 7.5). */
export const PAGE_NUMBER: TextStyle = { face: 'song', size: 14, align: 'right', pitch: 18 };
const PAGE_NUMBER_GAP = 7;
/** Nearer to the edge printers cut it off. */
const LEAST_FOOT = 8;

export const LETTERHEAD_COLOR = 'C00000';
/** 发文机关标志 stands 30 mm, the lower rule 20 mm from the edge; the rules are 170 mm long (10.1). */
export const LETTERHEAD = { top: 30, ruleGap: 4, lowerRule: 20, ruleWidth: 170, largest: 42 };

/** A4 with 37 mm above, 28 mm at the left and 156 × 225 mm of text (GB/T 9704—2012 5.2). */
export const OFFICIAL_PAGE: PageSize = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 };
/** Forms have no rule of their own; the margins leave 174 × 264 mm, room for an approval form on one sheet. */
export const FORM_PAGE: PageSize = { width: 210, height: 297, top: 16, right: 18, bottom: 17, left: 18 };

/** From the foot of the page number to the foot of the sheet, in millimetres. */
export const pageNumberFoot = (page: PageSize): number =>
  Math.max(LEAST_FOOT, page.bottom - PAGE_NUMBER_GAP - PAGE_NUMBER.pitch / POINTS_PER_MM);

/** Width of the text area in millimetres. */
export const textWidth = (page: PageSize): number => page.width - page.left - page.right;

/** Size in points at which the office's name fills at most the width of the text, on one line. */
export function letterheadSize(name: string, page: PageSize): number {
  const room = (textWidth(page) * POINTS_PER_MM) / Math.max(1, Array.from(name).length);
  return Math.min(LETTERHEAD.largest, Math.floor(room));
}
