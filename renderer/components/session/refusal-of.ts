import type { Complaint } from '../../../shared/kit/complaint.ts';
import { errorsOf } from '../../../shared/kit/complaint.ts';

/** Everything that refused a write, in one text. */
export const refusalOf = ({ complaints }: { readonly complaints: readonly Complaint[] }): string =>
  errorsOf(complaints)
    .map(({ message }) => message)
    .join(' ');
