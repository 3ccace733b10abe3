import { expect, test } from 'vitest';
import { mentionedIn } from '../../../../shared/kit/convert/convert-mention.ts';
import { reference } from '../../../../shared/kit/fields.ts';
import { plainLookup } from './lookup.ts';

const { spec } = reference('社区', { ledger: 'organisation' });
const lookup = {
  ...plainLookup,
  namesOf: () =>
    ['晨光社区', '晨光', '东湖社区', '东湖', '东湖湾社区', '东湖湾'].map((name) => ({
      name,
      value: name.replace('社区', ''),
    })),
};

test.each([
  ['东湖湾小区 3 栋', '东湖湾'],
  ['东湖社区居委会', '东湖'],
  ['晨光社区、东湖湾社区', undefined],
  ['东湖湾社区旁的东湖社区', undefined],
  ['东湖湾，东湖湾社区', '东湖湾'],
  ['星河小区', undefined],
])('%s mentions %s: a name within a longer one is not meant, one beside it is', (text, value) => {
  expect(mentionedIn(text, spec, lookup).value).toBe(value);
});
