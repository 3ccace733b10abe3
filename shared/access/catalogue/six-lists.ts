import type { Ledger } from '../../kit/ledger.ts';
import type { Filter } from '../../kit/query.ts';
import type { Values } from '../../kit/values.ts';
import { catalogueItem } from '../../ledgers/catalogue-item.ts';
import { certificateItem } from '../../ledgers/certificate-item.ts';

/** Two ways offices publish their lists: 社区（村）的六张清单, and the street's 履职事项清单 in three parts. */
export type ListGroup = 'six' | 'street';

export const LIST_GROUP_TITLES: { readonly [group in ListGroup]: string } = {
  six: '社区六张清单',
  street: '街道履职事项三张清单',
};

/** One published list: which records stand on it, and how its columns are printed. */
export type PublishedList = {
  readonly id: string;
  readonly title: string;
  readonly group: ListGroup;
  readonly ledger: Ledger;
  /** The field and the value that put a record on this list. */
  readonly field: 'listType' | 'kind';
  readonly value: string;
  /** Columns after 序号, in print order; a label of its own where the list calls the field otherwise. */
  readonly columns: readonly (readonly [field: string, label?: string])[];
  /** What the screen shows beside them. */
  readonly more: PublishedList['columns'];
};

/** On every list of items after the printed columns: whether and when an item holds. */
const HOLDS = [['compared'], ['force'], ['effectiveFrom'], ['effectiveTo'], ['version']] as const;

const ofCommunity = [
  ['code'],
  ['name'],
  ['category'],
  ['leadDept', '责任部门'],
  ['basis', '法律法规依据'],
  ['dutyStreet', '社区承担职责'],
  ['frequency'],
] as const;

const item = (group: ListGroup, value: string, title: string, columns: PublishedList['columns']): PublishedList => ({
  id: value,
  title,
  group,
  ledger: catalogueItem,
  field: 'listType',
  value,
  columns,
  more: HOLDS,
});

const certificate = (value: string, title: string): PublishedList => ({
  id: value,
  title,
  group: 'six',
  ledger: certificateItem,
  field: 'kind',
  value,
  columns: [['name'], ['purpose'], ['issuer'], ['basis', '政策法规依据'], ['notes']],
  more: [],
});

/**
 * Every list an office publishes, in the order they are usually shown. 六张清单: 依法自治、依法协助、工作负面、依法出具
 * 证明、管理服务、小微权力; what must not be certified (民发〔2020〕20号) stands beside the fourth. The street's three
 * print their columns as 编办 does.
 */
export const PUBLISHED_LISTS: readonly PublishedList[] = [
  item('six', '依法履职', '依法自治', ofCommunity),
  item('six', '依法协助', '依法协助', ofCommunity),
  item('six', '负面', '工作负面', [['code'], ['name'], ['basis', '禁入依据'], ['keywords'], ['notes']]),
  certificate('可出具', '依法出具证明'),
  certificate('不应出具', '不应出具证明'),
  item('six', '管理服务', '管理服务', [['name'], ['dutyStreet', '服务内容'], ['basis'], ['frequency'], ['notes']]),
  item('six', '小微权力', '小微权力', [['name'], ['dutyStreet', '权力内容'], ['basis'], ['notes']]),
  item('street', '基本履职', '基本履职', [['name'], ['domain']]),
  item('street', '配合履职', '配合履职', [
    ['name'],
    ['leadDept', '对应上级部门'],
    ['dutyDept', '上级部门职责'],
    ['dutyStreet', '街道配合职责'],
  ]),
  item('street', '收回', '上级部门收回', [['name'], ['takeoverDept', '承接部门'], ['workMode', '工作方式']]),
];

/** What the table filters by to show this list and no other. */
export const filterOfList = ({ field, value }: PublishedList): Filter => ({ field, is: [value] });

/** What a record newly written on this list begins with. */
export const initialOfList = ({ field, value }: PublishedList): Values => ({ [field]: value });

/** The ledger as this list prints it: its columns and labels, then whether items hold; everything else as declared. */
export function ledgerOfList({ ledger, columns, more }: PublishedList): Ledger {
  const labels = columns.flatMap(([field, label]) => {
    const spec = ledger.fields[field];
    return spec === undefined || label === undefined ? [] : [[field, { ...spec, label }] as const];
  });
  return {
    ...ledger,
    columns: [...columns, ...more].map(([field]) => field),
    fields: { ...ledger.fields, ...Object.fromEntries(labels) },
  };
}
