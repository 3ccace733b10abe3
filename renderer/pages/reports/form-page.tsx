import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { isDay } from '../../../shared/kit/day.ts';
import { periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import { formSubject } from '../../../shared/submission/submissions.ts';
import frame from '../../components/basics/page-frame.module.css';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { kindOf } from '../../components/period/period-kind.ts';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import { FilledForm } from './filled-form.tsx';
import { bindingChanges, type FormRecord, formRecord } from './form-record.ts';
import { formBindingLink, formLink } from './report-links.ts';
import styles from './reports.module.css';
import { ReportsNav } from './reports-nav.tsx';
import { useFormFile } from './use-form-file.ts';

type Props = { readonly id: string; readonly kind?: string | undefined; readonly day?: string | undefined };

/** One registered form: choose the period, see it filled, save it. */
export function FormPage({ id, kind, day }: Props) {
  const { store } = useStoreClient();
  const version = useDataVersion();
  const { data, problem, loading } = useAnswer(`${id} ${version}`, () => store.view('form', id));
  return (
    <div className={frame.page}>
      <ReportsNav here={id} />
      {data ? (
        <Filling record={formRecord(data.row)} kind={kind} day={day} />
      ) : (
        <section className={frame.main}>
          {loading ? (
            <LoadingLines />
          ) : (
            <StateNote title="没有这张表样" text={problem ?? '它已被删除，可到设置的回收站找回。'} />
          )}
        </section>
      )}
    </div>
  );
}

type FillingProps = {
  readonly record: FormRecord;
  readonly kind: string | undefined;
  readonly day: string | undefined;
};

function Filling({ record, kind, day }: FillingProps) {
  const [, navigate] = useLocation();
  const today = useToday();
  // What is reported is the period that is over: on 8 October, September.
  const usual = previousPeriod(periodOf(record.usual, today));
  const period = day !== undefined && isDay(day) ? periodOf(kindOf(kind, record.usual), day) : usual;
  return (
    <section className={frame.main} aria-label={record.title}>
      <div className={frame.bar}>
        <PeriodPicker period={period} today={today} onChoose={(next) => navigate(formLink(record.id, next))} />
        {period.last >= today && <span className={styles.quiet}>本期未结束，数字截至今天</span>}
        <Button variant="default" ml="auto" onClick={() => navigate(formBindingLink(record.id))}>
          对应关系
        </Button>
      </div>
      <div className={styles.view}>
        <Bound record={record} period={period} onBinding={() => navigate(formBindingLink(record.id))} />
      </div>
    </section>
  );
}

type BoundProps = {
  readonly record: FormRecord;
  readonly period: ReturnType<typeof periodOf>;
  readonly onBinding: () => void;
};

function Bound({ record, period, onBinding }: BoundProps) {
  const { data, problem } = useFormFile(record.file);
  if (record.file === undefined || record.binding === undefined) {
    return (
      <StateNote
        title="还没有对应关系"
        text="先选上级发来的空白表样，核对哪一格填什么，保存后每月点一下就能填。"
        action={{ label: '去核对', run: onBinding }}
      />
    );
  }
  if (problem !== undefined) return <StateNote title="表样打不开" text={problem} />;
  if (!data) return <LoadingLines />;
  const changes = bindingChanges(record.binding, data.sheets);
  if (changes.length > 0) {
    return (
      <StateNote
        title="表样改过版，没有填"
        text={`和核对时不一样的地方：\n${changes.join('\n')}\n填错格比不填更糟，请先核对对应关系。`}
        action={{ label: '核对对应关系', run: onBinding }}
      />
    );
  }
  const extension = record.file.name.split('.').at(-1) ?? 'xlsx';
  return (
    <FilledForm
      title={record.title}
      subject={{ id: formSubject(record.id), title: record.title, sentTo: record.sentTo }}
      extension={extension}
      bytes={data.bytes}
      sheets={data.sheets}
      binding={record.binding}
      period={period}
    />
  );
}
