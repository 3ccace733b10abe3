import { Link } from 'wouter';
import { type Figure, figureText } from '../../../shared/indicators/figure.ts';
import { fixed } from '../../../shared/kit/numbers.ts';
import { figureLink } from './figure-link.ts';
import styles from './figures.module.css';

/** 口径, and of a rate what was divided by what. */
function explanation({ unit, numerator, denominator, basis, ids }: Figure): string {
  const amount = (value: number) => (unit === 'share' && Number.isInteger(value) ? String(value) : fixed(value, 2));
  const parts = [
    numerator === undefined || denominator === undefined ? '' : `${amount(numerator)} ÷ ${amount(denominator)}`,
    basis === undefined ? '' : `口径：${basis}`,
    ids.length > 0 ? `点开看这 ${ids.length} 件` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** A number that opens what it was counted from; — where there is nothing to divide by. */
export function FigureCell({ figure }: { readonly figure: Figure }) {
  const link = figureLink(figure);
  const text = figureText(figure);
  const title = explanation(figure);
  const number =
    link === undefined ? (
      <span title={title === '' ? undefined : title}>{text}</span>
    ) : (
      <Link href={link} className={styles.figure ?? ''} title={title}>
        {text}
      </Link>
    );
  return (
    <>
      {number}
      {figure.caution && <div className={styles.caution}>{figure.caution}</div>}
    </>
  );
}
