import { Link } from 'wouter';
import { figureText } from '../../../shared/indicators/figure.ts';
import styles from '../../components/figures/figures.module.css';
import type { FigurePart, FigureView, IndicatorQuestion } from '../../store/services/indicator-session.ts';
import { figureRowsLink } from './indicator-links.ts';

type Props = {
  readonly indicator: string;
  readonly figure: FigureView;
  readonly question: Pick<IndicatorQuestion, 'period' | 'community'>;
};

type PartProps = Omit<Props, 'figure'> & {
  readonly text: string;
  readonly part: FigurePart;
  readonly records: number;
  readonly title?: string;
};

/** A number that opens the records it was counted from; plain where there are none. */
function PartLink({ indicator, question, text, part, records, title }: PartProps) {
  if (records === 0) return <span title={title}>{text}</span>;
  return (
    <Link href={figureRowsLink(indicator, question, part)} className={styles.figure ?? ''} title={title}>
      {text}
    </Link>
  );
}

/** The value; — where there is nothing to divide by. */
export function FigureValue({ indicator, figure, question }: Props) {
  const { numerator, denominator, records } = figure;
  const title = numerator === undefined ? undefined : `${numerator} ÷ ${denominator}`;
  return (
    <>
      <PartLink
        indicator={indicator}
        question={question}
        text={figureText(figure)}
        part="all"
        records={records}
        {...(title === undefined ? {} : { title })}
      />
      {figure.caution && <div className={styles.caution}>{figure.caution}</div>}
    </>
  );
}

/** What was divided by what, each opening its records; a sum of parts shows its numbers only. */
export function FigureFraction({ indicator, figure, question }: Props) {
  const { numerator, denominator, hits, records, unit } = figure;
  if (numerator === undefined || denominator === undefined) return null;
  const written = (value: number) =>
    unit === 'money' ? (value / 100).toFixed(2) : String(Math.round(value * 100) / 100);
  const of = { indicator, question };
  return (
    <>
      <PartLink {...of} text={written(numerator)} part="hits" records={hits ?? 0} /> ÷{' '}
      <PartLink {...of} text={written(denominator)} part="all" records={records} />
    </>
  );
}

/** What counts on neither side, each reason with its records. */
export function FigureLeftOut({ indicator, figure, question }: Props) {
  return figure.excluded.map(({ why, records }, place) => (
    <div key={why}>
      {why}{' '}
      <PartLink
        indicator={indicator}
        question={question}
        text={`${records} 件`}
        part={`out${place}`}
        records={records}
      />
    </div>
  ));
}
