import type { Filter } from '../../../shared/kit/query.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';

/** How many records stand on each list, by list type and kind of certificate; undefined until known. */
export function useCatalogueCounts(filters: readonly Filter[]): ReadonlyMap<string, number> | undefined {
  const { store } = useStoreClient();
  const version = useDataVersion();
  const { data } = useAnswer(`catalogue counts ${JSON.stringify(filters)} ${version}`, async () => {
    const [types, kinds] = await Promise.all([
      store.distinct({ ledger: 'catalogueItem', filters }, 'listType'),
      store.distinct({ ledger: 'certificateItem' }, 'kind'),
    ]);
    return new Map([...types, ...kinds].map(({ value, count }) => [String(value ?? ''), count]));
  });
  return data;
}
