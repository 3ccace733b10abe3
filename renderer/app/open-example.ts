import { EXAMPLE_DATABASE } from '../../shared/desktop-api.ts';
import { exampleStands, isExampleAnew } from '../desktop/example-mode.ts';
import { forgetDatabase } from '../store/open/forget-database.ts';
import { connectStore, type OpenOptions, type StoreClient } from '../store/store-client.ts';

/** Opens the example office as it was left. `prepare` tells a fresh store day and operator before anything is made. */
export async function openExample(
  options: OpenOptions,
  prepare: (client: StoreClient) => Promise<void>,
): Promise<StoreClient> {
  const open = async () => {
    const connection = await connectStore({ ...options, database: EXAMPLE_DATABASE });
    const client = await connection.open();
    await prepare(client);
    return client;
  };
  if (isExampleAnew) await forgetDatabase(EXAMPLE_DATABASE);
  let client = await open();
  if ((await client.example.madeOn()) === undefined) {
    // Broken off half way the last time: there is nothing in it worth keeping.
    if ((await client.store.status()).office !== '') {
      await client.close();
      await forgetDatabase(EXAMPLE_DATABASE);
      client = await open();
    }
    await client.example.make();
  }
  exampleStands();
  return client;
}
