import type { ClockDefinition } from '../deadlines/clock.ts';
import { dateClock } from './date-clock.ts';
import { RECHECK_BASIS } from './relief-recheck.ts';

const ZHENGZHOU =
  '郑州市中原区棉纺路街道低保办理公开流程：公示 7 天，公示后 10 个工作日内确认，全程 25 个工作日，特殊情形 40 个工作日，不予确认 3 个工作日内告知';

const decided = ['confirmedOn', 'refusedOn'];

const localClock = (
  clock: Pick<Parameters<typeof dateClock>[0], 'id' | 'title' | 'limit' | 'from' | 'until' | 'applies'>,
) => dateClock({ ...clock, unit: 'workingDays', basis: ZHENGZHOU, inferred: true });

/** Limits of a relief case. The numbers bind one city; every office sets its own, so all are marked as to be changed. */
export const reliefClocks: readonly ClockDefinition[] = [
  localClock({
    id: 'JZ1',
    title: '救助全程',
    limit: { key: '救助全程', otherwise: 25 },
    from: 'acceptedOn',
    until: decided,
    applies: ({ special }) => special !== true,
  }),
  localClock({
    id: 'JZ2',
    title: '救助全程（特殊情形）',
    limit: { key: '救助特殊情形', otherwise: 40 },
    from: 'acceptedOn',
    until: decided,
    applies: ({ special }) => special === true,
  }),
  localClock({
    id: 'JZ3',
    title: '公示后确认',
    limit: { key: '公示后确认', otherwise: 10 },
    from: 'publicTo',
    until: decided,
    applies: ({ objection }) => objection !== true,
  }),
  localClock({
    id: 'JZ4',
    title: '不予确认告知',
    limit: { key: '不予确认告知', otherwise: 3 },
    from: 'refusedOn',
    until: ['refusalToldOn'],
  }),
  dateClock({
    id: 'JZ5',
    title: '到期复核',
    unit: 'calendarDays',
    from: 'confirmedOn',
    until: ['stoppedOn'],
    // A relief given once is never rechecked, and how often the others are is local: only the day somebody set counts.
    due: { field: 'recheckOn', why: '复核到期日' },
    basis: RECHECK_BASIS,
    inferred: false,
  }),
];
