import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one blue; shade 7 is what buttons and links wear, 4.5:1 and more against white. */
const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dce8f6',
  '#b9d0ec',
  '#92b6e1',
  '#6d9dd6',
  '#4b86cb',
  '#2f72bf',
  '#1f5fa8',
  '#194f8d',
  '#133e70',
];

/** Red is kept for overdue and delete, so a field in error wears a dark amber instead. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#a15c00',
    // Hints and examples are read too: at least 4.5:1 on white and on the grey of the bars.
    '--mantine-color-dimmed': '#5c6670',
    '--mantine-color-placeholder': '#69737d',
    '--mantine-color-disabled-color': '#5c6670',
    // Badges and alerts write on the pale shade of their colour; these two are too light for it.
    '--mantine-color-yellow-light-color': '#8a4b00',
    '--mantine-color-orange-light-color': '#8a4b00',
  },
  dark: {},
});

const still = { transitionProps: { duration: 0 } };

/** The list itself scrolls, as screen readers expect of one, and not a box within it. */
const listed = {
  comboboxProps: still,
  openOnFocus: false,
  withScrollArea: false,
  styles: { options: { maxHeight: 220, overflowY: 'auto' } },
} as const;

/** A calm office tool: white and grey with one blue, 14 px, nothing moves. */
export const theme = createTheme({
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: 7,
  defaultRadius: 4,
  fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
  fontSizes: { xs: '12px', sm: '14px', md: '14px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'compact-md', fz: 14, fw: 500, px: 14, h: 32 } },
    Modal: { defaultProps: { ...still, centered: true, closeButtonProps: { 'aria-label': '关闭' } } },
    Popover: { defaultProps: { ...still, shadow: 'md', withinPortal: true } },
    // The first thing to choose has the focus: what would take it in its place is no part of a menu to screen readers.
    Menu: { defaultProps: { ...still, shadow: 'md', withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { ...still, openDelay: 300, multiline: true, maw: 360 } },
    Combobox: { defaultProps: still },
    // A list that opened by itself would hide what is said of its field, and every Tab through a form would open one.
    // Choosing again what is chosen keeps it; the cross in the field empties it.
    Select: { defaultProps: { ...listed, allowDeselect: false } },
    MultiSelect: { defaultProps: listed },
    Checkbox: {
      defaultProps: { size: 'xs' },
      styles: { body: { alignItems: 'center' }, label: { fontSize: 14, lineHeight: '20px' } },
    },
    // Within a sentence colour alone would not tell a link.
    Anchor: { defaultProps: { underline: 'always' } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});
