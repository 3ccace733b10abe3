import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { type FillingPlan, planFilling } from '../../../shared/forms/plan-filling.ts';
import { type ProposedBinding, proposeBinding } from '../../../shared/forms/propose-binding.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { type PeriodKind, periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { contextOn } from '../rules/rules-support.ts';
import { fixture } from '../workbook/sample-files.ts';

export const HOTLINE = '上级表样-12345办理情况通报表.xlsx';
export const ACCESS = '上级表样-准入情况统计表.xlsx';
export const DISPUTES = '上级表样-矛盾纠纷排查化解统计表.xlsx';

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

/** The six communities the forms name, and more where a test wants them. */
export const communities = (...more: readonly string[]): readonly LedgerRecord[] =>
  ['晨光社区', '东湖社区', '康平社区', '文昌社区', '新河社区', '桃园社区', ...more].map((name) =>
    record(name, { level: '社区', name }),
  );

/** An office on a day, its records called by their ids. */
export const formContext = (
  records: { readonly [ledger: string]: readonly LedgerRecord[] },
  today = '2026-10-08',
): LedgerContext => contextOn(today, { records: { organisation: communities(), ...records } });

/** How many slips of each kind a community had: 按时, 超时, 未办结, 退单; 满意, 基本满意, 不满意 of those closed. */
export type SlipCounts = readonly [
  onTime: number,
  late: number,
  open: number,
  returned: number,
  satisfied: number,
  fairly: number,
  unsatisfied: number,
];

const times = (count: number, values: Values): readonly Values[] => Array.from({ length: count }, () => values);

/** Slips of the hotline of a month (`2026-09`), due on its 15th. */
export function slips(month: string, counts: { readonly [community: string]: SlipCounts }): readonly LedgerRecord[] {
  return Object.entries(counts).flatMap(([community, [onTime, late, open, returned, ...answers]]) => {
    const came = { source: '12345热线', receivedAt: `${month}-03T09:00:00+08:00`, dueOn: `${month}-15` };
    const words = ['满意', '基本满意', '不满意'];
    const answered = answers.flatMap((count, place) => times(count, { satisfaction: words[place] }));
    const closed = [...times(onTime, { closedOn: `${month}-10` }), ...times(late, { closedOn: `${month}-20` })];
    const all = [
      ...closed.map((values, place) => ({ ...values, ...answered[place] })),
      ...times(open, {}),
      ...times(returned, { returned: true }),
    ];
    return all.map((values, place) =>
      record(`${month} ${community} ${place + 1}`, { ...came, community, content: '诉求', ...values }),
    );
  });
}

/** September, worked out by hand: see the expectations beside the tests. */
export const SEPTEMBER: { readonly [community: string]: SlipCounts } = {
  晨光社区: [5, 1, 2, 1, 3, 2, 1],
  东湖社区: [4, 0, 0, 0, 4, 0, 0],
  文昌社区: [2, 2, 0, 0, 1, 1, 0],
  新河社区: [1, 0, 1, 0, 0, 0, 1],
  桃园社区: [3, 0, 1, 0, 2, 0, 1],
};

/** October, when two more communities answer to the hotline. */
export const OCTOBER: { readonly [community: string]: SlipCounts } = {
  晨光社区: [1, 0, 0, 0, 1, 0, 0],
  滨江社区: [2, 1, 0, 0, 1, 0, 1],
  阳光社区: [0, 0, 3, 1, 0, 0, 0],
};

/** Disputes found on the 12th of a month, as kind and outcome. */
export const disputes = (
  month: string,
  found: { readonly [community: string]: readonly (readonly [kind: string, outcome: string])[] },
): readonly LedgerRecord[] =>
  Object.entries(found).flatMap(([community, list]) =>
    list.map(([kind, outcome], place) =>
      record(`${month} ${community} ${place + 1}`, {
        foundOn: `${month}-12`,
        community,
        partyA: '甲某',
        outcome,
        ...(kind === '' ? {} : { kind }),
      }),
    ),
  );

export const SEPTEMBER_DISPUTES = {
  晨光社区: [
    ['婚姻家庭', '化解成功'],
    ['婚姻家庭', '未化解'],
    ['邻里', '化解成功'],
    ['物业', '调解中'],
    ['合同', '化解成功'],
  ],
  东湖社区: [
    ['劳资', '部分化解'],
    ['劳资', '导出其他途径'],
    ['损害赔偿', '化解成功'],
  ],
  文昌社区: [
    ['邻里', '未化解'],
    ['消费', '待分派'],
  ],
  新河社区: [['其他', '化解成功']],
  桃园社区: [
    ['物业', '化解成功'],
    ['物业', '化解成功'],
    ['', '化解成功'],
  ],
} as const;

export type FilledSample = {
  readonly sheet: FormSheet;
  readonly proposed: ProposedBinding;
  readonly plan: FillingPlan;
  readonly bytes: Uint8Array;
};

/** A sample form filled as it is proposed, nothing corrected. */
export function fillSample(file: string, context: LedgerContext, kind: PeriodKind, day: string): FilledSample {
  const blank = fixture(file);
  const [sheet] = readFormLook(blank);
  if (sheet === undefined) throw new Error('no sheet');
  const proposed = proposeBinding(readFormLook(blank), ledgers, context);
  const request = { context, ledgerById, period: periodOf(kind, day), office: '顺河街道' };
  const plan = planFilling(proposed.binding, [sheet], request);
  return { sheet, proposed, plan, bytes: fillForm(blank, plan.fillings).bytes };
}
