import { ActionIcon } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { HOLDINGS, type UnitLine } from '../../../shared/indicators/unit-holdings.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { Icon } from '../../components/basics/icon.tsx';
import { FigureCell } from '../../components/figures/figure-cell.tsx';
import { recordLink } from '../../components/session/record-link.ts';
import styles from './organisation.module.css';
import { bodiesOf, countedBy, floatingCountedBy, notesOf } from './unit-words.ts';

type Props = { readonly lines: readonly UnitLine[]; readonly openDepth: number };

/** Base figures of a unit, as its own record states them. */
const BASE = [
  { field: 'households', title: '户数', from: countedBy },
  { field: 'residents', title: '常住人口', from: countedBy },
  { field: 'floating', title: '流动人口', from: floatingCountedBy },
] as const;

const numberText = (value: unknown): string => (typeof value === 'number' ? countWords(value) : '');

/** The units as an indented table; a fold hides everything under a unit. */
export function UnitTable({ lines, openDepth }: Props) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(lines.filter(({ depth, hasChildren }) => hasChildren && depth >= openDepth).map(({ id }) => id)),
  );
  const toggle = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  const shown = lines.filter(({ above }) => !above.some((id) => folded.has(id)));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="四级联动">
        <thead>
          <tr>
            <th>单位</th>
            <th>层级</th>
            {BASE.map(({ field, title }) => (
              <th key={field} className={styles.number}>
                {title}
              </th>
            ))}
            {HOLDINGS.map(({ id, title, basis }) => (
              <th key={id} className={styles.number} title={basis}>
                {title}
              </th>
            ))}
            <th title="一委一居一站一办">四个机构</th>
            <th title="户数和常住人口的；流动人口另有日期和来源，指着它的数可见">统计日期、来源</th>
            <th>提示</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id} data-withdrawn={line.isWithdrawn ? '' : undefined}>
              <td>
                <span className={styles.name} style={{ paddingLeft: line.depth * 18 }}>
                  {line.hasChildren ? (
                    <ActionIcon
                      variant="subtle"
                      color="gray.7"
                      size="sm"
                      aria-label={`${folded.has(line.id) ? '展开' : '收起'} ${line.name}`}
                      aria-expanded={!folded.has(line.id)}
                      onClick={() => toggle(line.id)}
                    >
                      <Icon name={folded.has(line.id) ? 'unfold' : 'opened'} size={12} />
                    </ActionIcon>
                  ) : (
                    <span className={styles.leaf} />
                  )}
                  <Link
                    href={recordLink('organisation', line.id)}
                    title={line.code === '' ? undefined : `代码 ${line.code}`}
                  >
                    {line.name}
                  </Link>
                </span>
              </td>
              <td>{line.level}</td>
              {BASE.map(({ field, from }) => (
                <td key={field} className={styles.number} title={from(line) || undefined}>
                  {numberText(line.values[field])}
                </td>
              ))}
              <Holdings line={line} />
              <td>{bodiesOf(line)}</td>
              <td className={styles.source}>{countedBy(line)}</td>
              <td className={styles.notes}>{notesOf(line, lines).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Holdings({ line }: { readonly line: UnitLine }) {
  return HOLDINGS.map(({ id }) => {
    const figure = line.holdings[id];
    return (
      <Fragment key={id}>
        <td className={styles.number}>{figure && figure.ids.length > 0 ? <FigureCell figure={figure} /> : ''}</td>
      </Fragment>
    );
  });
}
