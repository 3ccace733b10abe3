import type { FigureUnit } from '../../../shared/indicators/figure.ts';
import { rounded } from '../../../shared/kit/numbers.ts';

type Measured = { readonly value?: number; readonly unit: FigureUnit };

const SIGNS = { up: '+', down: '−' } as const;

/** How the value moved since the period before: +1.2 个百分点, −3; 持平; nothing where one of them has no value. */
export function changeWords(now: Measured, before: Measured): string {
  if (now.value === undefined || before.value === undefined) return '';
  const scale = now.unit === 'share' ? 100 : now.unit === 'money' ? 0.01 : 1;
  const digits = now.unit === 'count' ? 0 : now.unit === 'money' ? 2 : 1;
  const moved = rounded((now.value - before.value) * scale, digits);
  if (moved === 0) return '持平';
  const unit = now.unit === 'share' ? ' 个百分点' : '';
  return `${moved > 0 ? SIGNS.up : SIGNS.down}${Math.abs(moved).toFixed(digits)}${unit}`;
}
