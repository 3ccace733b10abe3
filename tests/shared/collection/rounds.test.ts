import { describe, expect, test } from 'vitest';
import { handInDrafts, nilDraft, reminderText, roundDrafts, roundsOf } from '../../../shared/collection/rounds.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';

const september = periodOf('month', '2026-09-15');
const nameOf = (id: string) => `${id}社区`;

/** The records of a round of three communities, some of them changed. */
function asked(changes: { readonly [unit: string]: Values } = {}): readonly LedgerRecord[] {
  const drafts = roundDrafts({
    ledger: demand,
    period: september,
    units: ['晨光', '东湖', '康平'],
    dueOn: '2026-10-09',
  });
  return drafts.flatMap((draft, place) => {
    if (draft.kind !== 'create') return [];
    const { values } = draft;
    return [{ id: `r${place}`, rev: 'a/1/0', values: { ...values, ...changes[String(values.unit)] } }];
  });
}

const standings = (records: readonly LedgerRecord[], today: string) =>
  roundsOf(records, today).map(({ title, lines }) => [title, ...lines.map(({ standing }) => standing)]);

test('a round is one row a community, and who is late depends on the day', () => {
  const records = asked({ 晨光: { handed: '已交' }, 东湖: { handed: '零报告' } });
  expect(standings(records, '2026-10-09')).toEqual([['诉求与工单（2026年9月）', '已交', '零报告', '未交']]);
  expect(standings(records, '2026-10-10')).toEqual([['诉求与工单（2026年9月）', '已交', '零报告', '逾期未交']]);
});

test('the newest period comes first, and a row without a period is no round', () => {
  const older = asked().map((one) => ({ ...one, id: `o${one.id}`, values: { ...one.values, from: '2026-08-01' } }));
  const broken = { id: 'b', rev: '', values: { ledger: 'demand', kind: '旬', from: '2026-09-01' } };
  expect(roundsOf([...older, ...asked(), broken], '2026-10-01').map(({ period }) => period.label)).toEqual([
    '2026年9月',
    '2026年8月',
  ]);
});

describe('a reminder', () => {
  const round = (changes: { readonly [unit: string]: Values }) => {
    const [only] = roundsOf(asked(changes), '2026-10-08');
    if (only === undefined) throw new Error('no round');
    return only;
  };

  test('names the missing, the sheet and the day', () => {
    expect(reminderText(round({ 晨光: { handed: '已交' } }), nameOf, '顺河街道', '2026-10-08')).toBe(
      '【催报】《诉求与工单（2026年9月）》还有 2 个单位未报：东湖社区、康平社区。\n' +
        '请于 2026年10月9日 前报送。本期没有内容的，请告知记“零报告”。\n' +
        '顺河街道　2026年10月8日',
    );
  });

  test('says that the day is today, or over', () => {
    expect(reminderText(round({}), nameOf, '顺河街道', '2026-10-09')).toContain('今天是交表期限，请今天报送。');
    expect(reminderText(round({}), nameOf, '顺河街道', '2026-10-12')).toContain('交表期限 2026年10月9日 已过');
  });

  test('is none where nobody is missing', () => {
    const all = { 晨光: { handed: '已交' }, 东湖: { handed: '零报告' }, 康平: { handed: '已交' } };
    expect(reminderText(round(all), nameOf, '顺河街道', '2026-10-08')).toBe('');
  });
});

test('an import marks the communities its rows name, in that ledger and period alone', () => {
  const mark = { ledger: 'demand', version: 1, columns: [], period: september, office: '' };
  const rows = new Map([
    ['晨光', 3],
    ['桃园', 1],
  ]);
  const handIn = { mark, rows, file: '晨光.xlsx', on: '2026-10-08', clerk: '李敏' };
  expect(handInDrafts(handIn, asked())).toEqual([
    {
      kind: 'edit',
      ledger: 'collection',
      id: 'r0',
      rev: 'a/1/0',
      patch: { handed: '已交', handedOn: '2026-10-08', rows: 3, file: '晨光.xlsx', clerk: '李敏' },
    },
  ]);
  const august = { ...mark, period: periodOf('month', '2026-08-01') };
  expect(handInDrafts({ ...handIn, mark: august }, asked())).toEqual([]);
});

test('nothing to report clears what was handed in before', () => {
  const [round] = roundsOf(asked(), '2026-10-08');
  const [line] = round?.lines ?? [];
  expect(line && nilDraft(line, '2026-10-08', '李敏')).toMatchObject({
    patch: { handed: '零报告', handedOn: '2026-10-08', clerk: '李敏' },
    clear: ['rows', 'file'],
  });
});
