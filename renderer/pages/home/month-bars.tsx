import type { MonthCount } from '../../../shared/workbench/month-figures.ts';

const WIDTH = 15;
const GAP = 3;
const HEIGHT = 26;

type Props = { readonly title: string; readonly months: readonly MonthCount[] };

/** A year as bars, the present month last and darker; read out as numbers. */
export function MonthBars({ title, months }: Props) {
  const most = Math.max(1, ...months.map(({ received }) => received));
  const words = months.map(({ month, received }) => `${month} ${received}`).join('，');
  return (
    <svg
      role="img"
      aria-label={`${title}：${words}`}
      width={months.length * (WIDTH + GAP)}
      height={HEIGHT}
      style={{ display: 'block' }}
    >
      {months.map(({ month, received }, place) => {
        const height = received === 0 ? 1 : Math.max(2, (received / most) * HEIGHT);
        const isNow = place === months.length - 1;
        return (
          <rect
            key={month}
            x={place * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            fill={`var(--mantine-color-blue-${isNow ? 7 : 2})`}
          >
            <title>
              {month} 收到 {received} 件
            </title>
          </rect>
        );
      })}
    </svg>
  );
}
