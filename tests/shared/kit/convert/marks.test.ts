import { expect, test } from 'vitest';
import { comparable, plainMarks } from '../../../../shared/kit/convert/marks.ts';
import { fc } from '../../../properties.ts';

test('width, case, blanks and invisible marks do not count', () => {
  expect(comparable(' 区 住建局（Ａ座） ')).toBe('区住建局(a座)');
  expect(comparable('区住建局(a座)')).toBe('区住建局(a座)');
  expect(comparable('\u200b王\u3000五')).toBe('王五');
});

test('words that need no work come out as those that get it', () => {
  const marks = fc.constantFrom('晨', '光', 'a', 'B', 'Ａ', '７', '7', '（', ' ', '\u3000', '\u200b', '、', 'Ä', '𠮷');
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 8 }), (some) => {
      const words = some.join('');
      expect(comparable(words)).toBe(plainMarks(words).replace(/\s+/g, '').toLowerCase());
    }),
  );
});
