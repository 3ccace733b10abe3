import { expect, test } from 'vitest';
import { isShortcut, type KeyPress } from '../../../../renderer/components/shortcuts/keys.ts';
import { SHORTCUT_PLACES, SHORTCUTS } from '../../../../renderer/components/shortcuts/shortcuts.ts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('a shortcut is its letter with its modifiers, and no others', () => {
  expect(isShortcut(press({ key: 's', ctrlKey: true }), 'save')).toBe(true);
  expect(isShortcut(press({ key: 'S', metaKey: true }), 'save')).toBe(true);
  expect(isShortcut(press({ key: 's' }), 'save')).toBe(false);
  expect(isShortcut(press({ key: 's', ctrlKey: true, altKey: true }), 'save')).toBe(false);
  expect(isShortcut(press({ key: 'S', ctrlKey: true, shiftKey: true }), 'save')).toBe(false);
  expect(isShortcut(press({ key: 'Z', ctrlKey: true, shiftKey: true }), 'redo')).toBe(true);
  expect(isShortcut(press({ key: 'Escape' }), 'leave')).toBe(true);
});

test('a new record has a second key for browsers, which keep Ctrl+N to themselves', () => {
  expect(isShortcut(press({ key: 'n', ctrlKey: true }), 'create')).toBe(true);
  expect(isShortcut(press({ key: 'n', altKey: true }), 'create')).toBe(true);
  expect(isShortcut(press({ key: 'n' }), 'create')).toBe(false);
  expect(isShortcut(press({ key: 'N', ctrlKey: true, shiftKey: true }), 'create')).toBe(false);
});

test('no key of an input method is a shortcut', () => {
  expect(isShortcut(press({ key: 'Enter', isComposing: true }), 'enterDown')).toBe(false);
  expect(isShortcut(press({ key: 'Enter', keyCode: 229 }), 'enterDown')).toBe(false);
  expect(isShortcut(press({ key: 's', ctrlKey: true, keyCode: 229 }), 'save')).toBe(false);
});

test('Ctrl+; is the key, whatever character the layout gives it', () => {
  expect(isShortcut(press({ key: '；', code: 'Semicolon', ctrlKey: true }), 'today')).toBe(true);
  expect(isShortcut(press({ key: ';', code: 'Semicolon' }), 'today')).toBe(false);
});

test('in one place no two shortcuts are the same key', () => {
  for (const place of SHORTCUT_PLACES) {
    const keys = Object.values(SHORTCUTS)
      .filter((one) => one.place === place)
      .flatMap((one) => one.keys as readonly string[]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
