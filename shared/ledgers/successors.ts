import type { Successor } from '../kit/case-links.ts';

/** Ledgers a record may lead on to: 诉求 → 信访件 → 包案 → 救助, 诉求 → 微心愿, 纠纷 → 信访件、包案, any of them and a meeting → 督办. */

const toSupervision = (field: string, source: string, matter: string, unit?: string): Successor => ({
  ledger: 'supervision',
  act: '转督办',
  field,
  copies: { matter, ...(unit === undefined ? {} : { leadUnit: unit }) },
  sets: { source },
});

const toLeadCase = (field: string, cause: string): Successor => ({
  ledger: 'leadCase',
  act: '列入包案',
  field,
  copies: { cause, community: 'community' },
});

export const FROM_DEMAND: readonly Successor[] = [
  {
    ledger: 'petition',
    act: '转信访件',
    field: 'fromDemand',
    copies: {
      petitioner: 'person',
      petitionerId: 'personId',
      phone: 'phone',
      matter: 'content',
      community: 'community',
      place: 'place',
      dutyUnit: 'unit',
    },
  },
  {
    ledger: 'dispute',
    act: '转矛盾纠纷',
    field: 'demand',
    copies: { partyA: 'person', cause: 'content', community: 'community', place: 'place' },
    sets: { foundBy: '群众申请' },
  },
  {
    ledger: 'wish',
    act: '转微心愿',
    field: 'demand',
    copies: { name: 'person', phone: 'phone', content: 'content', community: 'community' },
    sets: { level: '小诉求' },
  },
  toSupervision('demand', '工单', 'content', 'unit'),
];

export const FROM_PETITION: readonly Successor[] = [
  { ...toLeadCase('petition', 'matter'), copies: { cause: 'matter', community: 'community', unit: 'dutyUnit' } },
  {
    ledger: 'relief',
    act: '申请救助',
    field: 'petition',
    copies: { head: 'petitioner', headId: 'petitionerId', phone: 'phone', community: 'community' },
  },
  toSupervision('petition', '信访', 'matter', 'dutyUnit'),
];

export const FROM_DISPUTE: readonly Successor[] = [
  {
    ledger: 'petition',
    act: '转信访件',
    field: 'fromDispute',
    copies: { petitioner: 'partyA', matter: 'cause', community: 'community', place: 'place' },
  },
  toLeadCase('dispute', 'cause'),
  toSupervision('dispute', '矛盾纠纷', 'cause'),
];

export const FROM_LEAD_CASE: readonly Successor[] = [
  { ledger: 'relief', act: '申请救助', field: 'leadCase', copies: { community: 'community' } },
  toSupervision('leadCase', '包案', 'cause', 'unit'),
];

/** Every decision is carried on by itself, with who leads and by when, so that its clock runs from the day of the meeting. */
export const FROM_MEETING: readonly Successor[] = [
  {
    ledger: 'supervision',
    act: '转督办',
    field: 'meeting',
    copies: { openedOn: 'heldOn' },
    sets: { source: '会议议定' },
    fromRow: {
      list: 'decisions',
      link: 'supervision',
      copies: { matter: 'matter', leadUnit: 'lead', dueOn: 'dueOn' },
    },
  },
];
