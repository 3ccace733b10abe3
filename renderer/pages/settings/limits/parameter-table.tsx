import { Button } from '@mantine/core';
import { useState } from 'react';
import { textIn } from '../../../../shared/kit/field-values.ts';
import { parameter } from '../../../../shared/ledgers/parameter.ts';
import { type ParameterSeries, parameterSeries } from '../../../../shared/rules/dated-parameter.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import { LoadingLines } from '../../../components/basics/state-notes.tsx';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';
import { ChangeParameterDialog } from './change-parameter-dialog.tsx';
import { MissingParameters } from './missing-parameters.tsx';
import { ParameterRow } from './parameter-row.tsx';

type Props = {
  readonly group: string;
  /** Whether the keys of the group are names people use, or mere numbers of the program. */
  readonly isNamed?: boolean;
};

/** The parameters of one group as they are in force today, each to be changed from a day on. */
export function ParameterTable({ group, isNamed = true }: Props) {
  const { recordsOf, today } = useReferenceBook();
  const [changing, setChanging] = useState<ParameterSeries>();
  const records = recordsOf(parameter.id);
  const all = parameterSeries(records, group);
  if (records.length === 0) return <LoadingLines />;
  if (all.length === 0) return <MissingParameters group={group} />;
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            {isNamed && <th>名称</th>}
            <th>{isNamed ? '含义' : '时限'}</th>
            <th>现行值</th>
            <th>依据</th>
            <th>生效</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {all.map((series) => (
            <ParameterRow key={series.rows[0]?.id} series={series} today={today} isNamed={isNamed}>
              <Button
                variant="subtle"
                px={8}
                h={26}
                aria-label={`修改 ${isNamed ? series.key : textIn(series.rows.at(-1)?.values ?? {}, 'title')}`}
                onClick={() => setChanging(series)}
              >
                修改
              </Button>
            </ParameterRow>
          ))}
        </tbody>
      </PlainTable>
      {changing && <ChangeParameterDialog all={all} series={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}
