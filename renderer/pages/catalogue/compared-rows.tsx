import { Anchor, Badge } from '@mantine/core';
import { useLocation } from 'wouter';
import { stateTitle } from '../../../shared/kit/steps.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { rowsLink } from '../../components/session/rows-link.ts';
import type { ComparedRow } from '../../store/services/catalogue-service.ts';
import styles from './catalogue.module.css';

/** The differences of one sort, each with the running cases it touches. */
export function ComparedRows({ rows, none }: { readonly rows: readonly ComparedRow[]; readonly none: string }) {
  const [, navigate] = useLocation();
  if (rows.length === 0) return <StateNote title="没有这一类变化" text={none} />;
  const hasChanges = rows.some(({ changes }) => changes.length > 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th style={{ width: 52 }}>序号</th>
          <th style={{ width: 90 }}>清单</th>
          <th style={{ width: 90 }}>编号</th>
          <th style={hasChanges ? { width: '26%' } : {}}>事项名称</th>
          {hasChanges && <th>变化内容</th>}
          <th style={{ width: '30%' }}>涉及的在办、已准入件</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={row.id}>
            <td>{place + 1}</td>
            <td>{row.listType}</td>
            <td>{row.code}</td>
            <td>
              <Anchor component="button" ta="left" onClick={() => navigate(`/catalogue/${listPath(row)}/${row.id}`)}>
                {row.name}
              </Anchor>
              {row.nameBefore !== undefined && <div className={styles.quiet}>原：{row.nameBefore}</div>}
              {row.likely && (
                <Badge variant="light" color="yellow" radius="sm" tt="none" title="按名称相似推定，请核对">
                  {row.pairing}
                </Badge>
              )}
            </td>
            {hasChanges && <td className={styles.changes}>{row.changes.join('\n')}</td>}
            <td>
              <Cases row={row} onOpen={navigate} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const listPath = ({ listType }: ComparedRow): string => encodeURIComponent(listType || 'all');

/** Up to three by name, and one click to all of them. */
function Cases({ row, onOpen }: { readonly row: ComparedRow; readonly onOpen: (path: string) => void }) {
  const { cases } = row;
  if (cases.length === 0) return <span className={styles.quiet}>没有</span>;
  const all = rowsLink([{ field: 'caseNo', is: cases.map(({ caseNo }) => caseNo) }]);
  return (
    <>
      {cases.slice(0, 3).map((one) => (
        <Anchor
          key={one.id}
          component="button"
          ta="left"
          className={styles.case ?? ''}
          title={one.by === '对应条目' ? '申请里选定的对应条目' : '程序比对与这一条相符'}
          onClick={() => onOpen(`${all}/${one.id}`)}
        >
          {one.caseNo} {one.itemName}（{stateTitle(application, one.state)}）
        </Anchor>
      ))}
      {cases.length > 3 && (
        <Anchor component="button" onClick={() => onOpen(all)}>
          查看全部 {cases.length} 件
        </Anchor>
      )}
    </>
  );
}
