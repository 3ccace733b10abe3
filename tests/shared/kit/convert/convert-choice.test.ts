import { describe, expect, test } from 'vitest';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { choice, choices, yesNo } from '../../../../shared/kit/fields.ts';
import { fc } from '../../../properties.ts';
import { plainLookup, typed } from './lookup.ts';

const politics = choice('政治面貌', [
  { value: '中共党员', aliases: ['党员', '中共党员(含预备)'] },
  { value: '共青团员', aliases: ['团员'] },
  '群众',
]);
const support = choices('保障措施', ['人员', '物资', '培训', '技术', { value: '信息', aliases: ['信息化'] }]);

describe('choices', () => {
  test('an option by its value, or by an alias, which is said', () => {
    expect(convertText('群众 ', politics.spec, plainLookup)).toEqual({ value: '群众', complaints: [] });
    expect(convertText('党员', politics.spec, plainLookup)).toEqual({
      value: '中共党员',
      changed: '“党员”记为“中共党员”',
      complaints: [],
    });
    expect(typed('中共党员（含预备）', politics)).toBe('中共党员');
  });

  test('an unknown word is an error naming the nearest option, or some where none is near', () => {
    const message = (raw: string) => convertText(raw, politics.spec, plainLookup).complaints[0]?.message;
    expect(message('预备党员')).toBe('“预备党员”不在选项中，最接近的是：中共党员');
    expect(message('XYZ')).toBe('“XYZ”不在选项中，可选：中共党员、共青团员、群众');
    expect(typed('预备党员', politics)).toBe('choice/unknown');
  });

  test('options stored by id are spoken of by their title', () => {
    const state = choice('状态', [
      { value: 'open', title: '办理中', aliases: ['在办'] },
      { value: 'done', title: '已办结' },
    ]);
    expect(convertText('办理中', state.spec, plainLookup)).toEqual({ value: 'open', complaints: [] });
    expect(convertText('在办', state.spec, plainLookup).changed).toBe('“在办”记为“办理中”');
    expect(convertText('已办', state.spec, plainLookup).complaints[0]?.message).toMatch('最接近的是：已办结');
  });

  test('an option with brackets behind it is that option, and what they say is told; not where they may take it back', () => {
    const kind = choice('纠纷类型', [{ value: '邻里', aliases: ['邻里纠纷'] }, '物业', '部分化解', '化解成功', '其他']);
    expect(convertText('邻里纠纷（漏水）', kind.spec, plainLookup)).toMatchObject({
      value: '邻里',
      changed: '“邻里纠纷（漏水）”记为“邻里”',
      complaints: [{ severity: 'warning', code: 'choice/remark' }],
    });
    for (const raw of ['邻里（物业）', '化解成功（部分）', '化解成功（未履行）', '楼道（漏水）']) {
      expect(typed(raw, kind), raw).toBe('choice/unknown');
    }
    expect(typed('中共党员（预备）', politics)).toBe('choice/unknown');
    for (const [raw, value] of [
      ['其它', '其他'],
      ['物业类', '物业'],
      ['邻里/邻里纠纷', '邻里'],
    ] as const) {
      expect(typed(raw, kind), raw).toBe(value);
    }
    expect(typed('邻里/物业', kind)).toBe('choice/unknown');
  });

  test('several options, each once', () => {
    expect(typed('人员、物资', support)).toEqual(['人员', '物资']);
    expect(typed('人员，物资;培训；技术/信息', support)).toEqual(['人员', '物资', '培训', '技术', '信息']);
    expect(convertText('人员、信息化、人员', support.spec, plainLookup)).toEqual({
      value: ['人员', '信息'],
      changed: '“人员、信息化、人员”记为“人员、信息”',
      complaints: [],
    });
    expect(typed('人员、场地', support)).toBe('choice/unknown');
    for (const raw of ['、', '\u200b；']) expect(typed(raw, support), raw).toBe('choice/unknown');
  });

  test('无 may be an option, mean something, or be refused', () => {
    expect(typed('无', choice('业委会', ['有', '无']))).toBe('无');
    expect(typed('无', choice('经费来源', [{ value: '不需经费', aliases: ['无'] }]))).toBe('不需经费');
    expect(typed('无', politics.nothingMeans('群众'))).toBe('群众');
    expect(typed('无', politics)).toBe('text/nothing');
    expect(typed('/', support.nothingMeans('blank'))).toBeUndefined();
  });

  test('options kept as parameters come from the lookup; an empty group keeps the words with a warning', () => {
    const kind = choice('问题分类', { parameter: '问题分类' });
    const lookup = { ...plainLookup, options: () => [{ value: '停车' }] };
    expect(typed('停车', kind, lookup)).toBe('停车');
    expect(typed('停水', kind, lookup)).toBe('choice/unknown');
    expect(typed('停车', kind)).toEqual(['停车', 'choice/no-options']);
  });

  test('yes and no', () => {
    const active = yesNo('是否在岗');
    for (const raw of ['是', '有', '√', '✓', 'Y', '1']) expect(typed(raw, active), raw).toBe(true);
    for (const raw of ['否', '无', '×', 'x', 'N', '0']) expect(typed(raw, active), raw).toBe(false);
    expect(typed('离岗', active)).toBe('yes-no/unreadable');
    expect(['☑是 □否', '□是 ☑否', '■ 有  □ 无', 'V'].map((raw) => typed(raw, active))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(['□是 □否', '☑是 ☑否', '○'].map((raw) => typed(raw, active))).toEqual(Array(3).fill('yes-no/unreadable'));
    expect(convertText('√', active.spec, plainLookup).changed).toBe('“√”记为“是”');
    expect(convertCell({ kind: 'trueFalse', value: false }, active.spec, plainLookup)).toEqual({
      value: false,
      complaints: [],
    });
  });
});

test('any text is one of the options or an error that names some: nothing else is ever stored', () => {
  const values = ['中共党员', '共青团员', '群众'];
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('党员', ' 团 员 ', '群　众', '其他', '预备党员')), (raw) => {
      const { value, complaints } = convertText(raw, politics.spec, plainLookup);
      if (value === undefined) expect(complaints.length > 0 || raw.replace(/\s|\p{Cf}/gu, '') === '').toBe(true);
      else expect(values).toContain(value);
    }),
  );
});

test('a list cell holds every option once, in the order written, by value or alias and whatever parts them', () => {
  const words: { readonly [word: string]: string } = { 人员: '人员', 物资: '物资', 信息化: '信息', 信息: '信息' };
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Object.keys(words)), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('、', '，', ',', ';', '；', '/', '\n', ' 、 '),
      (chosen, separator) => {
        const { value } = convertText(chosen.join(separator), support.spec, plainLookup);
        expect(value).toEqual([...new Set(chosen.map((word) => words[word]))]);
      },
    ),
  );
});
