import type { CatalogueVersion } from '../../../shared/access/catalogue/catalogue-versions.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { type Answer, useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';

/** Every version of the catalogue, newest first, kept up with the records. */
export function useVersions(): Answer<readonly CatalogueVersion[]> {
  const { catalogue } = useStoreClient();
  const version = useDataVersion();
  return useAnswer(`versions ${version}`, () => catalogue.catalogueVersions());
}
