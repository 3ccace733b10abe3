import type { Complaint } from '../../../shared/kit/complaint.ts';

/** Everything that refused a write, in one text. */
export const refusalOf = ({ complaints }: { readonly complaints: readonly Complaint[] }): string =>
  complaints
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
    .join(' ');
