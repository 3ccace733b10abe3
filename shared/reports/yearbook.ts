import { communityLoad } from '../access/community-load.ts';
import { yearOf } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { ledgerById } from '../ledgers/index.ts';
import { recordsAt } from '../rules/unit-records.ts';
import { type UnitNode, unitsInOrder, unitsUnder, unitTree } from '../rules/unit-tree.ts';
import {
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';
import { YEARBOOK_LINES, type YearOfCommunity } from './yearbook-lines.ts';

/** Two blocks of lines side by side, so that a community's year stands on one page. */
const BLOCKS = 2;

function yearOfCommunity(node: UnitNode, { context, period }: ReportRequest): YearOfCommunity {
  const under = unitsInOrder(node.children);
  const units = new Set(unitsUnder(node));
  const known = new Map<string, readonly LedgerRecord[]>();
  return {
    community: node.record,
    period,
    context,
    under: (level) => under.filter((unit) => unit.level === level && !unit.isWithdrawn).map(({ record }) => record),
    at: (id) => {
      const ledger = ledgerById(id);
      const found = known.get(id) ?? (ledger ? recordsAt(context.records(id), ledger, units) : []);
      known.set(id, found);
      return found;
    },
    load: communityLoad(yearOf(period.first), context).find(({ community }) => community === node.record.id),
  };
}

function pageOf(year: YearOfCommunity): ReportTable {
  const name = textIn(year.community.values, 'name');
  const lines = YEARBOOK_LINES.map(({ section, title, of }, place): readonly ReportCell[] => [
    YEARBOOK_LINES[place - 1]?.section === section ? '' : section,
    title,
    of(year),
  ]);
  const height = Math.ceil(lines.length / BLOCKS);
  const blank: readonly ReportCell[] = ['', '', ''];
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: BLOCKS }, (_block, block) => lines[row + block * height] ?? blank).flat(),
  );
  const columns = [
    { label: '类别', width: 14, align: 'left' },
    { label: '项目', width: 24, align: 'left' },
    { label: '数', width: 14, align: 'right' },
  ] as const;
  return {
    title: `${name}年鉴`,
    sheetName: name,
    size: 10.5,
    upright: true,
    columns: Array.from({ length: BLOCKS }, () => columns).flat(),
    rows,
  };
}

/** 社区年鉴: one printable page a community from all ledgers; every number opens its records. Withdrawn communities have none. */
export function yearbook(request: ReportRequest): TracedWorkbook {
  const nodes = unitsInOrder(unitTree(request.context.records('organisation'), request.period.last));
  const communities = nodes.filter(({ level, isWithdrawn }) => level === '社区' && !isWithdrawn);
  const pages = communities.map((node) => pageOf(yearOfCommunity(node, request)));
  return tracedWorkbook('社区年鉴', pages, request);
}
