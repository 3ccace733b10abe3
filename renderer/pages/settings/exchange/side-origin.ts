import { momentWords } from '../../../../shared/kit/moment-words.ts';
import type { ShownSide } from '../../../store/exchange/exchange-api.ts';

/** Where one of the values of a conflict comes from; `remark` stands last. */
export const sideOrigin = ({ office, operator, at, act }: ShownSide, remark = ''): string =>
  [office, operator, momentWords(at), act, remark].filter((word) => word !== '').join(' · ');
